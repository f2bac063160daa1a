/**
 * How needy is a school? The Opportunity Index, between 0.01 and 0.99; higher means more need.
 *
 * <p>An index set is imported whole, with its source and provenance, and never changes. What it says is the
 * district's: no weight and no value is ours.
 */
@NullMarked
package org.partnershipfund.allocation.opportunityindex;

import org.jspecify.annotations.NullMarked;
