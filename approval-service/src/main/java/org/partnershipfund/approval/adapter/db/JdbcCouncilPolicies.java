package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.partnershipfund.approval.council.CouncilPolicies;
import org.partnershipfund.approval.council.CouncilPolicy;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Policies of conduct in table {@code council_policy}; a fund without a row has the default. */
@ApplicationScoped
class JdbcCouncilPolicies implements CouncilPolicies {

    private final Sql sql;

    JdbcCouncilPolicies(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Versioned<CouncilPolicy> of(FundId fund) {
        Versioned<CouncilPolicy> stored = sql.first(
                "SELECT coi_acknowledgement_required, source, modified_at, version FROM council_policy WHERE fund_id = ?",
                row -> new Versioned<>(
                        new CouncilPolicy(
                                fund,
                                row.getBoolean(1),
                                row.getString(2),
                                Optional.of(
                                        row.getObject(3, OffsetDateTime.class).toInstant())),
                        row.getLong(4)),
                fund.value());
        return stored == null ? new Versioned<>(CouncilPolicy.usual(fund), 0) : stored;
    }

    @Override
    public long store(CouncilPolicy policy, long readVersion) {
        Instant at = policy.changedAt().orElseThrow(() -> new IllegalArgumentException("the default is not stored"));
        int rows = readVersion == 0
                ? sql.update(
                        """
                        INSERT INTO council_policy (fund_id, coi_acknowledgement_required, source, modified_at, version)
                        VALUES (?, ?, ?, ?, 1) ON CONFLICT DO NOTHING
                        """,
                        policy.fund().value(),
                        policy.coiAcknowledgementRequired(),
                        policy.source(),
                        at.atOffset(ZoneOffset.UTC))
                : sql.update(
                        """
                        UPDATE council_policy SET coi_acknowledgement_required = ?, source = ?, modified_at = ?,
                               version = version + 1
                         WHERE fund_id = ? AND version = ?
                        """,
                        policy.coiAcknowledgementRequired(),
                        policy.source(),
                        at.atOffset(ZoneOffset.UTC),
                        policy.fund().value(),
                        readVersion);
        if (rows != 1) {
            throw new StaleStateException(policy.fund().value(), readVersion);
        }
        return readVersion + 1;
    }
}
