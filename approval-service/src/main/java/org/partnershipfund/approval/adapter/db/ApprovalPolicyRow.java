package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.PartnerChoice;
import org.partnershipfund.kernel.Versioned;

/** A policy as it lies in table {@code approval_policy}. */
@Entity
@Table(name = "approval_policy")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ApprovalPolicyRow {

    @Id
    @Column(name = "fund_id")
    UUID fundId;

    @Column(name = "partner_choice")
    String partnerChoice;

    @Column(name = "selections_due_on")
    @Nullable LocalDate selectionsDueOn;

    @Column(name = "recused_count_as_present")
    boolean recusedCountAsPresent;

    @Column(name = "agenda_notice_hours")
    int agendaNoticeHours;

    String source;

    @Column(name = "modified_at")
    Instant modifiedAt;

    @Version
    long version = 1;

    ApprovalPolicyRow take(ApprovalPolicy policy) {
        fundId = policy.fund().value();
        partnerChoice = policy.partnerChoice().word();
        selectionsDueOn = policy.selectionsDueOn().orElse(null);
        recusedCountAsPresent = policy.recusedCountAsPresent();
        agendaNoticeHours = policy.agendaNoticeHours();
        source = policy.source();
        modifiedAt = policy.changedAt();
        return this;
    }

    Versioned<ApprovalPolicy> versioned() {
        return new Versioned<>(
                new ApprovalPolicy(
                        new FundId(fundId),
                        Words.constant(PartnerChoice.values(), PartnerChoice::word, partnerChoice),
                        Optional.ofNullable(selectionsDueOn),
                        recusedCountAsPresent,
                        agendaNoticeHours,
                        source,
                        modifiedAt),
                version);
    }
}
