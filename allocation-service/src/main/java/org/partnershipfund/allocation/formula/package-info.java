/**
 * From need to cents: who is eligible, what weighs how much, and where each cent of the pool goes.
 *
 * <p>Pure functions over {@code Candidate}s. A pool is split only by {@code LargestRemainder}; the parts add up to the
 * pool. {@code Explanation} tells a principal every operand behind the amount. Rules: docs/policy/allocation.md.
 */
@NullMarked
package org.partnershipfund.allocation.formula;

import org.jspecify.annotations.NullMarked;
