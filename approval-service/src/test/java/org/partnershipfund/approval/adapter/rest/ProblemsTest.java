package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.matching.Outcome;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.supervision.AssignmentId;
import org.partnershipfund.approval.supervision.DelegationId;
import org.partnershipfund.approval.support.BookingId;
import org.partnershipfund.approval.support.GuideId;
import org.partnershipfund.approval.support.HelpKind;
import org.partnershipfund.approval.support.MatchingMeetingId;
import org.partnershipfund.approval.support.SessionId;
import org.partnershipfund.foundation.problem.ProblemTable.Row;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.testkit.ProblemPages;

/** Every refusal of this service has a status, a page and a sentence that ends. */
class ProblemsTest {

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(SchoolCode.class, new SchoolCode("00350001")),
            Map.entry(Group.class, Group.PARENT),
            Map.entry(SeatId.class, new SeatId(new UUID(0, 1))),
            Map.entry(AssociateId.class, new AssociateId(new UUID(0, 10))),
            Map.entry(MeetingId.class, new MeetingId(new UUID(0, 2))),
            Map.entry(MotionId.class, new MotionId(new UUID(0, 3))),
            Map.entry(FundId.class, new FundId(new UUID(0, 4))),
            Map.entry(ProgramId.class, new ProgramId(new UUID(0, 5))),
            Map.entry(SelectionId.class, new SelectionId(new UUID(0, 6))),
            Map.entry(AttachmentId.class, new AttachmentId(new UUID(0, 14))),
            Map.entry(AssignmentId.class, new AssignmentId(new UUID(0, 7))),
            Map.entry(DelegationId.class, new DelegationId(new UUID(0, 10))),
            Map.entry(SuggestionId.class, new SuggestionId(new UUID(0, 9))),
            Map.entry(Outcome.class, Outcome.CHOSEN),
            Map.entry(SessionId.class, new SessionId(new UUID(0, 10))),
            Map.entry(BookingId.class, new BookingId(new UUID(0, 11))),
            Map.entry(MatchingMeetingId.class, new MatchingMeetingId(new UUID(0, 12))),
            Map.entry(GuideId.class, new GuideId(new UUID(0, 13))),
            Map.entry(HelpKind.class, HelpKind.OFFICE_HOURS),
            Map.entry(FiscalYear.class, new FiscalYear(2019)),
            Map.entry(UUID.class, new UUID(0, 8)),
            Map.entry(List.class, List.of(new SeatId(new UUID(0, 1)))),
            Map.entry(Optional.class, Optional.of(7)),
            Map.entry(Step.class, Step.COUNCIL),
            Map.entry(Money.class, new Money(1)),
            Map.entry(String.class, "a name"),
            Map.entry(LocalDate.class, LocalDate.of(2018, 1, 11)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(long.class, 2L),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 7));

    static Stream<Refusal> every_refusal() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.partnershipfund.approval").stream()
                        .filter(type -> type.isAssignableTo(Refusal.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .map(ProblemsTest::sample);
    }

    @ParameterizedTest
    @MethodSource("every_refusal")
    void has_a_status_and_a_sentence(Refusal refusal) {
        Row row = new Problems().row(refusal);

        assertThat(row.status()).isIn(404, 409, 422);
        assertThat(refusal.sentence()).endsWith(".").doesNotContain("%", "null", "Refusal", "[");
    }

    @Test
    void every_problem_has_its_page_and_every_page_its_problem() {
        ProblemPages.check(
                "approval-service",
                ProblemPages.rowsIn(Path.of("src/main/java/org/partnershipfund/approval/adapter/rest/Problems.java")));
    }

    private static Refusal sample(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (Refusal) constructor.newInstance(Arrays.stream(parts)
                    .map(part -> SAMPLES.get(part.getType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }
}
