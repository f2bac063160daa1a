/**
 * What a school wants to buy, and who agreed to it.
 *
 * <p>{@code Draft → Submitted → Approved → Reserved}, or {@code Returned} to the school, or {@code Withdrawn} by it.
 * Every decision names the version and the digest of what was decided on; docs/policy/approval.md has the rules.
 */
@NullMarked
package org.partnershipfund.approval.selection;

import org.jspecify.annotations.NullMarked;
