/**
 * How needy is a school? The Opportunity Index, between 0.01 and 0.99; higher means more need.
 *
 * <p>An index set is imported whole, or computed from pupils and census tracts by a version of an index model; it has
 * its source and provenance and never changes. What it says is the district's: no weight and no value is ours. Of pupils
 * nothing stays but what schools of ten and more may show.
 */
@NullMarked
package org.partnershipfund.allocation.opportunityindex;

import org.jspecify.annotations.NullMarked;
