package org.partnershipfund.portfolio.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.foundation.problem.ProblemTable.Row;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Funding;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.clearance.ClearanceId;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Minimums;
import org.partnershipfund.portfolio.edition.EditionId;
import org.partnershipfund.portfolio.evidence.EvidenceId;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.PriceUnit;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;
import org.partnershipfund.portfolio.program.Tier;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Tie;
import org.partnershipfund.portfolio.webhook.WebhookId;
import org.partnershipfund.testkit.ProblemPages;

/** Every refusal of this service has a status, a page and a sentence that ends. */
class ProblemsTest {

    private static final Map<Type, Object> SAMPLES = Map.ofEntries(
            Map.entry(PartnerId.class, new PartnerId(new UUID(0, 1))),
            Map.entry(ProgramId.class, new ProgramId(new UUID(0, 2))),
            Map.entry(CycleId.class, new CycleId(new UUID(0, 3))),
            Map.entry(ApplicationId.class, new ApplicationId(new UUID(0, 4))),
            Map.entry(EditionId.class, new EditionId(new UUID(0, 7))),
            Map.entry(ClearanceId.class, new ClearanceId(new UUID(0, 6))),
            Map.entry(EvidenceId.class, new EvidenceId(new UUID(0, 5))),
            Map.entry(PartnershipId.class, new PartnershipId(new UUID(0, 5))),
            Map.entry(UUID.class, new UUID(0, 6)),
            Map.entry(Funding.class, Funding.OTHER),
            Map.entry(ServiceArea.class, ServiceArea.ACADEMIC),
            Map.entry(SubTerm.class, SubTerm.ARTS),
            Map.entry(PriceUnit.class, PriceUnit.FLAT),
            Map.entry(Tier.class, Tier.ANY),
            Map.entry(Tie.class, Tie.BOARD),
            Map.entry(Minimums.Check.class, new Minimums.Check("days", "20", Optional.empty(), false)),
            Map.entry(SchoolCode.class, new SchoolCode("00350001")),
            Map.entry(WebhookId.class, new WebhookId(new UUID(0, 5))),
            Map.entry(FiscalYear.class, new FiscalYear(2019)),
            Map.entry(Money.class, new Money(1)),
            Map.entry(String.class, "a name"),
            Map.entry(LocalDate.class, LocalDate.of(2018, 3, 28)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(int.class, 7));

    static Stream<Refusal> every_refusal() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.partnershipfund.portfolio").stream()
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
                "portfolio-service",
                ProblemPages.rowsIn(Path.of("src/main/java/org/partnershipfund/portfolio/adapter/rest/Problems.java")));
    }

    private static Refusal sample(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (Refusal) constructor.newInstance(Arrays.stream(parts)
                    .map(part -> part.getType() == List.class ? listOf(part) : SAMPLES.get(part.getType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static List<?> listOf(RecordComponent part) {
        var element = ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
        return List.of(Objects.requireNonNull(SAMPLES.get(element)));
    }
}
