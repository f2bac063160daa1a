package org.partnershipfund.approval.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;

/**
 * What the district decides about approving selections of one fund.
 *
 * <p>Source: docs/policy/approval.md §2.
 *
 * @param selectionsDueOn last day for a first submission, in the district; empty for no due date
 * @param recusedCountAsPresent whether a recused council member still counts towards the quorum
 * @param agendaNoticeHours how long before a council meeting its agenda must be posted
 * @param source who decided it, where it is written
 */
public record ApprovalPolicy(
        FundId fund,
        PartnerChoice partnerChoice,
        Optional<LocalDate> selectionsDueOn,
        boolean recusedCountAsPresent,
        int agendaNoticeHours,
        String source,
        Instant changedAt) {

    /** What holds for every council until a fund says otherwise (circular FAM-02). */
    public static final int USUAL_NOTICE_HOURS = 48;

    /** What holds for a fund about which nothing was decided. */
    public static ApprovalPolicy usual(FundId fund, Instant at) {
        return new ApprovalPolicy(
                fund,
                PartnerChoice.ANY_REGISTERED,
                Optional.empty(),
                true,
                USUAL_NOTICE_HOURS,
                "Default of the suite: the portfolio guides, the school decides; 48 hours of notice (circular FAM-02)",
                at);
    }
}
