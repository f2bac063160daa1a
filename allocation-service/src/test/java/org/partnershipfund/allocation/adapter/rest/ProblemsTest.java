package org.partnershipfund.allocation.adapter.rest;

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
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.opportunityindex.Component;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Side;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.school.SnapshotKind;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.InvoiceId;
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
            Map.entry(SnapshotId.class, new SnapshotId(new UUID(0, 1))),
            Map.entry(SnapshotKind.class, SnapshotKind.PROJECTED),
            Map.entry(IndexSetId.class, new IndexSetId(new UUID(0, 2))),
            Map.entry(IndexModelId.class, new IndexModelId(new UUID(0, 9))),
            Map.entry(TractSetId.class, new TractSetId(new UUID(0, 10))),
            Map.entry(Component.class, Component.INDIVIDUAL),
            Map.entry(IndexValue.class, IndexValue.of("0.56")),
            Map.entry(FundId.class, new FundId(new UUID(0, 3))),
            Map.entry(ScenarioId.class, new ScenarioId(new UUID(0, 4))),
            Map.entry(AllocationId.class, new AllocationId(new UUID(0, 5))),
            Map.entry(RevisionId.class, new RevisionId(new UUID(0, 7))),
            Map.entry(Side.class, new Side.Reserve()),
            Map.entry(NoticeId.class, new NoticeId(new UUID(0, 8))),
            Map.entry(ContractId.class, new ContractId(new UUID(0, 9))),
            Map.entry(InvoiceId.class, new InvoiceId(new UUID(0, 10))),
            Map.entry(UUID.class, new UUID(0, 6)),
            Map.entry(FiscalYear.class, new FiscalYear(2019)),
            Map.entry(Money.class, new Money(1)),
            Map.entry(String.class, "a name"),
            Map.entry(LocalDate.class, LocalDate.of(2018, 3, 28)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(List.class, List.of(new SchoolCode("00350001"))),
            Map.entry(RoundingUnit.class, RoundingUnit.DOLLAR),
            Map.entry(long.class, 7L),
            Map.entry(int.class, 7));

    static Stream<Refusal> every_refusal() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.partnershipfund.allocation").stream()
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
                "allocation-service",
                ProblemPages.rowsIn(
                        Path.of("src/main/java/org/partnershipfund/allocation/adapter/rest/Problems.java")));
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
