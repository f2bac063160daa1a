package org.partnershipfund.approval.council;

import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;

/**
 * What the district decides about how councils conduct themselves when they decide on money of one fund.
 *
 * <p>Source: docs/policy/school-site-council.md §8.
 *
 * @param coiAcknowledgementRequired whether only members who acknowledged the conflict-of-interest law this fiscal year
 *     vote yes or no
 * @param source who decided it, where it is written
 * @param changedAt empty for the default, which nobody decided
 */
public record CouncilPolicy(
        FundId fund, boolean coiAcknowledgementRequired, String source, Optional<Instant> changedAt) {

    /** What holds for a fund about which nothing was decided: shown as owed, and keeps nobody from voting. */
    public static CouncilPolicy usual(FundId fund) {
        return new CouncilPolicy(
                fund,
                false,
                "Default of the suite: members owe it every year (M.G.L. c.268A; LGL-19), and no source says that who owes it has no vote",
                Optional.empty());
    }
}
