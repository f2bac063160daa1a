/**
 * What the central office paid for at each school in the year before: told to schools, partners and public on one day
 * (the notice of 1 December), so that everybody sees what ends before anybody chooses anew.
 */
@NullMarked
package org.partnershipfund.allocation.baseline;

import org.jspecify.annotations.NullMarked;
