/** The funds and the schools' allocations, as allocation-service told us. */
@NullMarked
package org.partnershipfund.approval.fund;

import org.jspecify.annotations.NullMarked;
