package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.partnershipfund.approval.council.CouncilRulebook;
import org.partnershipfund.approval.council.CouncilRules;
import org.partnershipfund.approval.council.CouncilRules.Quorum;
import org.partnershipfund.approval.council.CouncilRules.Size;
import org.partnershipfund.foundation.sql.Sql;

/** The council rules in tables {@code council_size} and {@code council_quorum}; a migration adds what is decided anew. */
@ApplicationScoped
class JdbcCouncilRulebook implements CouncilRulebook {

    private final Sql sql;

    JdbcCouncilRulebook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CouncilRules on(LocalDate day) {
        return new CouncilRules(
                sql.list("""
                        SELECT from_staff, staff_reps, students FROM council_size
                         WHERE valid_from = (SELECT max(valid_from) FROM council_size WHERE valid_from <= ?)
                        """, row -> new Size(row.getInt(1), row.getInt(2), row.getInt(3)), day),
                sql.list("""
                        SELECT from_members, teachers, parents FROM council_quorum
                         WHERE valid_from = (SELECT max(valid_from) FROM council_quorum WHERE valid_from <= ?)
                        """, row -> new Quorum(row.getInt(1), row.getInt(2), row.getInt(3)), day));
    }
}
