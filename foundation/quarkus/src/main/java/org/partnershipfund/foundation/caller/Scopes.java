package org.partnershipfund.foundation.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/**
 * The one place that says where a caller's roles apply: district offices everywhere; school leaders, council members
 * and instructional superintendents where a dated record of this district says so today; everybody else nowhere.
 *
 * <p>The token says what somebody is; never where. A record ends by its date, without anybody changing a token.
 */
@ApplicationScoped
public class Scopes {

    private static final Set<String> DISTRICT_WIDE = Set.of(
            Roles.BUDGET_OFFICE,
            Roles.PARTNERSHIPS_TEAM,
            Roles.PROCUREMENT_OFFICER,
            Roles.DISTRICT_SUPERINTENDENT,
            Roles.CFO,
            Roles.DEPUTY_CFO,
            Roles.MAYOR,
            Roles.CITY_AUDITOR,
            Roles.RECORDS_AUDITOR,
            Roles.OPERATOR,
            Roles.SYSTEM);

    private static final Set<String> BY_RECORD =
            Set.of(Roles.SCHOOL_LEADER, Roles.COUNCIL_MEMBER, Roles.INSTRUCTIONAL_SUPERINTENDENT);

    private final Caller caller;
    private final Sql sql;
    private final Clock clock;

    @Inject
    Scopes(Caller caller, Sql sql, Clock clock) {
        this.caller = caller;
        this.sql = sql;
        this.clock = clock;
    }

    /** The scope of whoever sends this request, on the district's date. */
    public Scope current() {
        if (caller.roles().stream().anyMatch(DISTRICT_WIDE::contains)) {
            return new Scope.Everything();
        }
        var recorded = caller.roles().stream().filter(BY_RECORD::contains).toList();
        return recorded.isEmpty() ? new Scope.Nothing() : Scope.of(schoolsOn(LocalDate.now(clock), recorded));
    }

    /**
     * The schools at which a dated record gives the caller this very role today, whatever else they are: for acts that
     * only one role at one school may do. District offices have none.
     *
     * @param role one of {@link Roles} that apply at schools
     */
    public Set<SchoolCode> schoolsAs(String role) {
        return caller.has(role) ? schoolsOn(LocalDate.now(clock), List.of(role)) : Set.of();
    }

    private Set<SchoolCode> schoolsOn(LocalDate day, List<String> roles) {
        return sql
                .list(
                        """
                        SELECT DISTINCT school_code FROM scope_record
                         WHERE issuer = ? AND subject = ? AND role = ANY (?)
                           AND valid_from <= ? AND (valid_until IS NULL OR ? <= valid_until)
                        """,
                        row -> new SchoolCode(row.getString(1)),
                        caller.issuer(),
                        caller.subject(),
                        roles.toArray(String[]::new),
                        day,
                        day)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
