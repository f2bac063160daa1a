package org.partnershipfund.approval.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.supervision.Delegation.Revocation;
import org.partnershipfund.approval.supervision.SupervisionRefusal.AbsenceEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationRevoked;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationToOneself;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.SchoolCode;

/** Policy approval §14: in whose place somebody decides, from which day to which. */
class DelegationTest {

    private static final DelegationId ID = new DelegationId(new UUID(0, 1));

    static Stream<List<String>> whether_a_delegation_holds() {
        return PolicyPage.table("approval.md", "Whether a delegation holds").stream();
    }

    @ParameterizedTest
    @MethodSource
    void whether_a_delegation_holds(List<String> row) {
        var delegation = new Delegation(
                ID,
                person("anna"),
                person("ben"),
                step(row.get(0)),
                row.get(1).equals("all") ? Optional.empty() : Optional.of(Set.of(new SchoolCode(row.get(1)))),
                LocalDate.parse(row.get(2)),
                LocalDate.parse(row.get(3)),
                "on leave",
                NOW,
                row.get(4).equals("yes") ? Optional.of(new Revocation(person("anna"), NOW)) : Optional.empty());

        assertThat(delegation.holds(step(row.get(5)), new SchoolCode(row.get(6)), LocalDate.parse(row.get(7))))
                .isEqualTo(row.get(8).equals("yes"));
    }

    @Test
    void it_begins_today_or_later_and_is_to_somebody_else() {
        assertThat(Delegation.delegate(delegation("ben", TODAY, TODAY), TODAY)).isInstanceOf(Accepted.class);
        assertThat(Delegation.delegate(delegation("ben", TODAY, TODAY.minusDays(1)), TODAY))
                .isEqualTo(new Refused<>(new DelegationEndsBeforeItBegins(TODAY, TODAY.minusDays(1), TODAY)));
        assertThat(Delegation.delegate(delegation("ben", TODAY.minusDays(1), TODAY), TODAY))
                .isEqualTo(new Refused<>(new DelegationEndsBeforeItBegins(TODAY.minusDays(1), TODAY, TODAY)));
        assertThat(Delegation.delegate(delegation("anna", TODAY, TODAY), TODAY))
                .isEqualTo(new Refused<>(new DelegationToOneself()));
    }

    @Test
    void it_is_taken_back_once() {
        Delegation revoked = delegation("ben", TODAY, TODAY)
                .revoke(person("anna"), NOW)
                .orRefuse()
                .state();

        assertThat(revoked.revoked()).contains(new Revocation(person("anna"), NOW));
        assertThat(revoked.revoke(person("anna"), NOW)).isEqualTo(new Refused<>(new DelegationRevoked(ID, NOW)));
    }

    @Test
    void an_absence_ends_not_before_it_begins() {
        var absence = new Absence(new UUID(0, 2), person("anna"), TODAY, TODAY.minusDays(1), person("anna"), NOW);

        assertThat(Absence.declare(absence))
                .isEqualTo(new Refused<>(new AbsenceEndsBeforeItBegins(TODAY, TODAY.minusDays(1))));
    }

    private static Delegation delegation(String delegate, LocalDate from, LocalDate until) {
        return new Delegation(
                ID,
                person("anna"),
                person(delegate),
                Step.SUPERINTENDENT,
                Optional.empty(),
                from,
                until,
                "on leave",
                NOW,
                Optional.empty());
    }

    private static Step step(String word) {
        return Step.ofPlans().stream()
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
