package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.reservation.RevisionAnswer;
import org.partnershipfund.procurement.reservation.RevisionAnswer.Kept;
import org.partnershipfund.procurement.reservation.RevisionAnswer.Raised;
import org.partnershipfund.procurement.reservation.RevisionAnswer.TakenOff;
import org.partnershipfund.procurement.reservation.Revisions;

/** Answers in table {@code heard_revision}, insert-only. */
@ApplicationScoped
class JdbcRevisions implements Revisions {

    private final Sql sql;

    JdbcRevisions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<RevisionAnswer> find(UUID revision, SchoolCode school) {
        return Optional.ofNullable(sql.first(
                "SELECT * FROM heard_revision WHERE revision_id = ? AND school_code = ?",
                row -> answer(revision, school, row),
                revision,
                school.value()));
    }

    private static RevisionAnswer answer(UUID revision, SchoolCode school, ResultSet row) throws SQLException {
        var fund = new FundId(row.getObject("fund_id", UUID.class));
        var amount = new Money(row.getLong("cents"));
        Instant at = row.getObject("decided_at", OffsetDateTime.class).toInstant();
        return switch (row.getString("outcome")) {
            case "accepted" -> new TakenOff(revision, fund, school, amount, at);
            case "raised" -> new Raised(revision, fund, school, amount, at);
            case "refused" ->
                new Kept(
                        revision,
                        fund,
                        school,
                        amount,
                        new Money(row.getLong("available_cents")),
                        row.getString("reason"),
                        at);
            case String unknown -> throw new IllegalStateException("revision with outcome " + unknown);
        };
    }

    @Override
    public void add(RevisionAnswer answer) {
        switch (answer) {
            case TakenOff _ -> add(answer, "accepted", Money.ZERO, "");
            case Raised _ -> add(answer, "raised", Money.ZERO, "");
            case Kept kept -> add(answer, "refused", kept.available(), kept.reason());
        }
    }

    private void add(RevisionAnswer answer, String outcome, Money available, String reason) {
        sql.updateOne(
                """
                INSERT INTO heard_revision (revision_id, school_code, fund_id, cents, outcome, available_cents, reason,
                                            decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                answer.revision(),
                answer.school().value(),
                answer.fund().value(),
                answer.amount().cents(),
                outcome,
                available.cents(),
                reason,
                answer.at().atOffset(ZoneOffset.UTC));
    }

    @Override
    public boolean isUnderway(FundId fund) {
        return sql.first("""
                        SELECT 1 FROM heard_revision off WHERE fund_id = ? AND outcome = 'accepted'
                           AND NOT EXISTS (SELECT FROM heard_revision
                                            WHERE revision_id = off.revision_id AND outcome = 'raised')
                        """, row -> row.getInt(1), fund.value()) != null;
    }
}
