/** Which Instructional Superintendent answers for which schools, from which day to which. */
@NullMarked
package org.partnershipfund.approval.supervision;

import org.jspecify.annotations.NullMarked;
