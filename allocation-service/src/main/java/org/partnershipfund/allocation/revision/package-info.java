/**
 * Money moves from one school's allocation to another's after publication and before the budget is adopted.
 *
 * <p>{@code Proposed → Accepted | Refused}: the ledger is asked first whether the giving school's money is still free;
 * only then does anybody receive it, so the sum of all allocations never exceeds the pool.
 */
@NullMarked
package org.partnershipfund.allocation.revision;

import org.jspecify.annotations.NullMarked;
