/**
 * The School Site Council: who sits on it, when it meets, how it decides.
 *
 * <p>{@link org.partnershipfund.approval.council.CouncilRule} is the rule by which a motion passes or not, and nothing
 * but that; docs/policy/school-site-council.md has it in sentences and as a decision table.
 */
@NullMarked
package org.partnershipfund.approval.council;

import org.jspecify.annotations.NullMarked;
