package org.partnershipfund.approval.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.supervision.Delegation.Revocation;
import org.partnershipfund.approval.supervision.SupervisionRefusal.AbsenceEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationRevoked;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationToOneself;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationTooLong;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NotYourAbsence;
import org.partnershipfund.approval.supervision.SupervisionRefusal.SupervisorIsThere;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Refusal;
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

    static Stream<List<String>> until_when_a_step_is_delegated() {
        return PolicyPage.table("approval.md", "Until when a step is delegated").stream();
    }

    @ParameterizedTest
    @MethodSource
    void until_when_a_step_is_delegated(List<String> row) {
        Delegation asked =
                delegation("ben", step(row.get(1)), LocalDate.parse(row.get(2)), LocalDate.parse(row.get(3)));

        String answer = switch (Delegation.delegate(asked, LocalDate.parse(row.get(0)))) {
            case Accepted<Delegation> _ -> "delegated";
            case Refused<Delegation> refused -> slug(refused.why());
        };

        assertThat(answer).isEqualTo(row.get(4));
    }

    @Test
    void what_is_too_long_says_how_long_it_may_be() {
        assertThat(Delegation.delegate(delegation("ben", Step.CFO, TODAY, LocalDate.of(2099, 6, 30)), TODAY))
                .isEqualTo(new Refused<>(
                        new DelegationTooLong(Step.CFO, LocalDate.of(2099, 6, 30), LocalDate.of(2018, 4, 8))));
    }

    static Stream<List<String>> whether_a_step_is_taken_from_its_superintendents() {
        return PolicyPage.table("approval.md", "Whether a step is taken from its superintendents").stream();
    }

    @ParameterizedTest
    @MethodSource
    void whether_a_step_is_taken_from_its_superintendents(List<String> row) {
        List<Person> away = people(row.get(1));

        Optional<SupervisorIsThere> refused =
                Reassignment.refusal(new SelectionId(new UUID(0, 3)), people(row.get(0)), away::contains, TODAY);

        assertThat(refused.map(DelegationTest::slug).orElse("reassigned")).isEqualTo(row.get(2));
    }

    @Test
    void who_is_there_is_named() {
        assertThat(Reassignment.refusal(
                        new SelectionId(new UUID(0, 3)), people("Anna, Ben"), person("Anna")::equals, TODAY))
                .contains(new SupervisorIsThere(new UUID(0, 3), "Ben", TODAY));
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

        assertThat(Absence.declare(absence, false))
                .isEqualTo(new Refused<>(new AbsenceEndsBeforeItBegins(TODAY, TODAY.minusDays(1))));
    }

    @Test
    void only_the_team_declares_the_absence_of_somebody_else() {
        var absence = new Absence(new UUID(0, 2), person("anna"), TODAY, TODAY, person("ben"), NOW);

        assertThat(Absence.declare(absence, false)).isEqualTo(new Refused<>(new NotYourAbsence("anna")));
        assertThat(Absence.declare(absence, true).orRefuse().state()).isEqualTo(absence);
    }

    /** The pages of docs/problems have the names of the refusals. */
    private static String slug(Refusal refusal) {
        return refusal.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Person> people(String names) {
        return names.equals("none")
                ? List.of()
                : Stream.of(names.split(", ")).map(School::person).toList();
    }

    private static Delegation delegation(String delegate, LocalDate from, LocalDate until) {
        return delegation(delegate, Step.SUPERINTENDENT, from, until);
    }

    private static Delegation delegation(String delegate, Step step, LocalDate from, LocalDate until) {
        return new Delegation(
                ID,
                person("anna"),
                person(delegate),
                step,
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
