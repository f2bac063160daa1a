/**
 * One way of sharing a fund out: computed, copied, changed and compared as often as one likes, published once per fund.
 *
 * <p>{@code Computed → Published}; a computed scenario is the budget office's own, a published one is everybody's.
 */
@NullMarked
package org.partnershipfund.allocation.scenario;

import org.jspecify.annotations.NullMarked;
