package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Policies in table {@code approval_policy}. */
@ApplicationScoped
class PanacheApprovalPolicies implements ApprovalPolicies {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ApprovalPolicyRow, UUID> {}

    private final Rows rows;

    PanacheApprovalPolicies(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Versioned<ApprovalPolicy>> find(FundId fund) {
        return rows.findByIdOptional(fund.value()).map(ApprovalPolicyRow::versioned);
    }

    @Override
    public List<Versioned<ApprovalPolicy>> list(Optional<FundId> after, Optional<Instant> modifiedAfter, int limit) {
        var filter = new Filter(
                        "fundId > :after", "after", after.map(FundId::value).orElse(Sorting.BEFORE_ALL))
                .and("modifiedAt > :modifiedAfter", "modifiedAfter", modifiedAfter);
        return rows.find(filter.orderBy("fundId"), filter.values()).page(Page.ofSize(limit)).list().stream()
                .map(ApprovalPolicyRow::versioned)
                .toList();
    }

    @Override
    public long store(ApprovalPolicy policy, long readVersion) {
        ApprovalPolicyRow row = rows.findById(policy.fund().value());
        if ((row == null ? 0 : row.version) != readVersion) {
            throw new StaleStateException(policy.fund().value(), readVersion);
        }
        if (row == null) {
            row = new ApprovalPolicyRow().take(policy);
            rows.persist(row);
        } else {
            var _ = row.take(policy);
        }
        rows.flush();
        return row.version;
    }
}
