package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.ADAMS;
import static org.partnershipfund.procurement.fixtures.Books.CENTRE;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS_LINE;
import static org.partnershipfund.procurement.fixtures.Books.commitment;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.determination.DeterminationId;
import org.partnershipfund.procurement.determination.DeterminationRefusal;
import org.partnershipfund.procurement.disclosure.DisclosureRefusal;
import org.partnershipfund.procurement.disclosure.Ocid;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceRefusal;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.LedgerRefusal;
import org.partnershipfund.procurement.process.LateSchools;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal;
import org.partnershipfund.procurement.process.ProcessRefusal.Splitting;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal;
import org.partnershipfund.procurement.reservation.ReservationRefusal;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.RuleRefusal;
import org.partnershipfund.procurement.tender.Rating;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal;
import org.partnershipfund.testkit.ProblemPages;

class ProblemsTest {

    private static final UUID AN_ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final List<Object> VALUES = List.of(
            AN_ID,
            "something",
            7,
            7L,
            new Money(1),
            BigDecimal.TEN,
            LocalDate.of(2018, 7, 1),
            Instant.EPOCH,
            ADAMS,
            FUND_2019,
            FY2019,
            CENTRE,
            PERKINS_LINE,
            commitment(1),
            Account.RESERVED,
            new DeterminationId(AN_ID),
            new ProcessId(AN_ID),
            new ContractId(AN_ID),
            new InvoiceId(AN_ID),
            new Ocid("ocds-213czf-1"),
            Step.PARTNER,
            Method.WRITTEN_QUOTES,
            Route.Kind.SOLE_SOURCE,
            new TenderId(AN_ID),
            Rating.ADVANTAGEOUS,
            ZonedDateTime.of(2018, 2, 26, 14, 0, 0, 0, ZoneId.of("America/New_York")),
            LateSchools.Way.ASK_ANEW,
            new Splitting.Earlier(
                    new ProcessId(AN_ID),
                    "Harbor",
                    "Harbor Club",
                    "academic",
                    Route.Kind.COMPETITION,
                    new Money(1),
                    Method.WRITTEN_QUOTES,
                    LocalDate.of(2018, 7, 1)),
            new Splitting.Crossed("method-sealed-2016", "sealed-bids-or-proposals", new Money(1), "s.4"));

    static List<Refusal> refusals() {
        return Stream.of(
                        LedgerRefusal.class,
                        RuleRefusal.class,
                        ReservationRefusal.class,
                        ProcessRefusal.class,
                        ContractRefusal.class,
                        InvoiceRefusal.class,
                        TenderRefusal.class,
                        DeterminationRefusal.class,
                        ReconciliationRefusal.class,
                        DisclosureRefusal.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(ProblemsTest::any)
                .toList();
    }

    /** A refusal of that type about values that are always the same. */
    private static Refusal any(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            return (Refusal) type.getDeclaredConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(parts).map(ProblemsTest::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be made", e);
        }
    }

    private static Object value(RecordComponent part) {
        return part.getGenericType() instanceof ParameterizedType list
                ? List.of(value((Class<?>) list.getActualTypeArguments()[0]))
                : value(part.getType());
    }

    private static Object value(Class<?> type) {
        return VALUES.stream()
                .filter(one -> type.isInstance(one)
                        || (type == int.class && one instanceof Integer)
                        || (type == long.class && one instanceof Long))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of " + type));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_has_a_status_a_page_and_a_sentence(Refusal refusal) {
        var row = new Problems().row(refusal);

        assertThat(row.status()).isIn(404, 409, 422);
        assertThat(Path.of("..", "docs", "problems", row.slug() + ".md"))
                .exists()
                .content()
                .contains("urn:partnership-fund:problem:" + row.slug(), row.title(), Integer.toString(row.status()));
        assertThat(refusal.sentence()).endsWith(".").doesNotContain("Exception", "null", "%");
    }

    @Test
    void no_slug_is_used_twice() {
        assertThat(refusals().stream()
                        .map(refusal -> new Problems().row(refusal).slug()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_pages_of_this_service_are_exactly_its_problems() {
        ProblemPages.check(
                "procurement-service",
                ProblemPages.rowsIn(
                        Path.of("src/main/java/org/partnershipfund/procurement/adapter/rest/Problems.java")));
    }
}
