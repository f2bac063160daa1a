/** The rounds in which programs apply for the Opportunity Portfolio: when, in which categories, by which criteria. */
@NullMarked
package org.partnershipfund.portfolio.cycle;

import org.jspecify.annotations.NullMarked;
