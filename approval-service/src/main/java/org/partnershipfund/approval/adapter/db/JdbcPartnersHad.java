package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.approval.plan.PartnersHad;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** Partners of what lies in table {@code selection_contracted}. */
@ApplicationScoped
class JdbcPartnersHad implements PartnersHad {

    private final Sql sql;

    JdbcPartnersHad(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<UUID> by(SchoolCode school, Collection<UUID> partners) {
        return sql
                .list(
                        """
                        SELECT DISTINCT p.partner_id
                          FROM selection s
                          JOIN selection_contracted c ON c.selection_id = s.id
                          JOIN remembered_program p ON p.id = c.program_id
                         WHERE s.school_code = ? AND p.partner_id = ANY (?::uuid[])
                        """,
                        row -> row.getObject(1, UUID.class),
                        school.value(),
                        partners.stream().map(UUID::toString).toArray(String[]::new))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
