package org.partnershipfund.approval.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.NEEDS;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.council.CouncilEvent.CouncilSeatTaken;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionApproved;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionReturned;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionSubmitted;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionWithdrawn;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.approval.supervision.Assignment;
import org.partnershipfund.approval.supervision.AssignmentId;
import org.partnershipfund.approval.supervision.SupervisionEvent.SupervisorAssigned;
import org.partnershipfund.contracts.EventFiles;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Our events become exactly the golden samples of the contracts. */
class ApprovalEventsOnWireTest {

    private static final SchoolCode SCHOOL = new SchoolCode("00350231");
    private static final String SELECTION = "018f3b5e-0000-7000-8000-000000000601";
    private static final Person SOMEBODY =
            new Person("http://127.0.0.1:18080/realms/partnership-fund", "6f6c2a1e-0000-4000-8000-000000000001");
    private static final Instant SUBMITTED = Instant.parse("2018-01-08T15:00:00Z");
    private static final Instant APPROVED = Instant.parse("2018-01-26T15:00:00Z");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void a_seat_that_was_taken_is_the_sample() throws IOException {
        Instant at = Instant.parse("2017-10-15T15:00:00Z");

        isTheSample(
                new CouncilSeatTaken(SCHOOL, seat(Group.PRINCIPAL), false, at),
                Events.COUNCIL_SEAT_TAKEN,
                SCHOOL.value());
    }

    @Test
    void of_a_student_nothing_is_said() {
        assertThat(new ApprovalEventsOnWire().of(new CouncilSeatTaken(SCHOOL, seat(Group.STUDENT), false, SUBMITTED)))
                .isEmpty();
        assertThat(new ApprovalEventsOnWire().of(new CouncilSeatTaken(SCHOOL, seat(Group.STUDENT), true, SUBMITTED)))
                .isEmpty();
    }

    @Test
    void a_supervisor_who_was_assigned_is_the_sample() throws IOException {
        var assignment = new Assignment(
                new AssignmentId(id(711)),
                SOMEBODY,
                "Network C",
                List.of(SCHOOL),
                LocalDate.of(2017, 7, 1),
                Optional.of(LocalDate.of(2018, 6, 30)),
                Instant.parse("2017-07-01T15:00:00Z"));

        isTheSample(
                new SupervisorAssigned(assignment, SCHOOL, assignment.changedAt()),
                Events.SUPERVISOR_ASSIGNED,
                SCHOOL.value());
    }

    @Test
    void a_selection_that_was_submitted_is_the_sample() throws IOException {
        isTheSample(new SelectionSubmitted(dossier(), SUBMITTED), Events.SELECTION_SUBMITTED, SELECTION);
    }

    @Test
    void a_selection_that_was_approved_is_the_sample_with_the_last_approval_of_each_step() throws IOException {
        Dossier decided = dossier(
                decision(Step.COUNCIL, Verdict.BLOCKED, "2018-01-09T23:00:00Z"),
                decision(Step.COUNCIL, Verdict.APPROVED, "2018-01-11T23:00:00Z"),
                decision(Step.SUPERINTENDENT, Verdict.APPROVED, "2018-01-19T15:00:00Z"),
                decision(Step.COMPLETENESS, Verdict.APPROVED, "2018-01-26T15:00:00Z"));

        isTheSample(new SelectionApproved(decided, APPROVED), Events.SELECTION_APPROVED, SELECTION);
    }

    @Test
    void a_selection_that_was_returned_is_the_sample() throws IOException {
        isTheSample(
                new SelectionReturned(dossier(), Step.SUPERINTENDENT, Instant.parse("2018-01-19T15:00:00Z")),
                Events.SELECTION_RETURNED,
                SELECTION);
    }

    @Test
    void a_selection_that_was_withdrawn_is_the_sample() throws IOException {
        isTheSample(
                new SelectionWithdrawn(dossier(), Instant.parse("2018-02-01T15:00:00Z")),
                Events.SELECTION_WITHDRAWN,
                SELECTION);
    }

    @Test
    void an_event_of_another_service_is_a_bug() {
        DomainEvent stranger = () -> Instant.EPOCH;

        assertThatIllegalArgumentException().isThrownBy(() -> new ApprovalEventsOnWire().of(stranger));
    }

    private static Seat seat(Group group) {
        return new Seat(
                new SeatId(id(701)),
                group,
                false,
                SOMEBODY,
                Optional.of("A name that stays here"),
                LocalDate.of(2017, 10, 15),
                Optional.empty());
    }

    private static Dossier dossier(StepDecision... decisions) {
        Money price = Money.ofDollars("52775.72");
        var line = new Line(
                id(501),
                new ProgramId(id(401)),
                "Harbor Homework Club",
                id(301),
                "Harbor Youth Alliance",
                "afterschool-and-recreation",
                1,
                "year",
                Unit.AGREED,
                price,
                1,
                30,
                price,
                LocalDate.of(2018, 9, 4),
                LocalDate.of(2019, 6, 21));
        return new Dossier(
                new SelectionId(id(601)),
                new FundId(id(2019)),
                FY2019,
                SCHOOL,
                new Content(
                        1,
                        NEEDS,
                        List.of(line),
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        SOMEBODY,
                        SUBMITTED),
                Optional.of(SUBMITTED),
                List.of(decisions),
                List.of(),
                List.of());
    }

    private static StepDecision decision(Step step, Verdict verdict, String at) {
        return new StepDecision(
                step,
                verdict,
                1,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "as discussed",
                Optional.empty(),
                Optional.empty(),
                Instant.parse(at));
    }

    private static UUID id(int number) {
        return UUID.fromString("018f3b5e-0000-7000-8000-%012d".formatted(number));
    }

    private static void isTheSample(DomainEvent event, EventType<?> type, String subject) throws IOException {
        var wire = new ApprovalEventsOnWire().of(event).orElseThrow();

        assertThat(wire.type()).isEqualTo(type);
        assertThat(wire.subject()).isEqualTo(subject);
        assertThat(JSON.valueToTree(wire.data()).toPrettyString())
                .isEqualTo(JSON.readTree(EventFiles.sample(type)).toPrettyString());
    }
}
