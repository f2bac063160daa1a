package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.partnershipfund.approval.selection.Refund;
import org.partnershipfund.approval.selection.Refunds;
import org.partnershipfund.approval.selection.Selections.Purse;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;

/** Refunds in table {@code refund}. */
@ApplicationScoped
class JdbcRefunds implements Refunds {

    private final Sql sql;

    JdbcRefunds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Refund refund) {
        var _ = sql.update(
                """
                INSERT INTO refund (credit_note_id, contract_id, fund_id, school_code, amount_cents, credited_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (credit_note_id) DO NOTHING
                """,
                refund.creditNote(),
                refund.contract(),
                refund.purse().fund().value(),
                refund.purse().school().value(),
                refund.amount().cents(),
                refund.at().atOffset(ZoneOffset.UTC));
    }

    @Override
    public Money of(Purse purse) {
        List<Money> sum = sql.list(
                "SELECT " + sum("?", "?"),
                row -> new Money(row.getLong(1)),
                purse.fund().value(),
                purse.school().value());
        return sum.getFirst();
    }

    /** What came back to the purse of these two expressions. */
    static String sum(String fund, String school) {
        return """
                (SELECT coalesce(sum(r.amount_cents), 0) FROM refund AS r
                  WHERE r.fund_id = %s AND r.school_code = %s
                    AND EXISTS (SELECT FROM selection_contracted AS c WHERE c.contract_id = r.contract_id))""".formatted(fund, school);
    }
}
