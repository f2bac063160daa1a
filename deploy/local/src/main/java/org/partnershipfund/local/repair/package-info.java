/** A relay whose slot was lost is given a new one, and what the log holds is published again. */
@NullMarked
package org.partnershipfund.local.repair;

import org.jspecify.annotations.NullMarked;
