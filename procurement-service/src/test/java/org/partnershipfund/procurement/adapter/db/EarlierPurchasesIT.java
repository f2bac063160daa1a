package org.partnershipfund.procurement.adapter.db;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.disclosure.Disclosures;
import org.partnershipfund.procurement.fixtures.Books;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.usecase.Disclose;
import org.partnershipfund.procurement.usecase.RememberFund;
import org.partnershipfund.testkit.BackboneResource;

/** Purchases that lay in the books before there was open data are told as well, each once. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class EarlierPurchasesIT {

    @Inject
    EarlierPurchases earlier;

    @Inject
    Disclosures disclosures;

    @Inject
    Disclose disclose;

    @Inject
    Documents documents;

    @Inject
    RememberFund remember;

    @Inject
    Sql sql;

    @Test
    void what_was_bought_before_open_data_is_published_once_also_by_several_instances() throws Exception {
        var fund = new FundId(UUID.randomUUID());
        FiscalYear year = FiscalYear.of(LocalDate.of(2026, 7, 1));
        var _ = remember.remember(
                        RememberedFund.opened(fund, "Fund " + fund, year, Money.ofDollars("200000.00"), Books.CHART))
                .orRefuse();
        List<UUID> silent = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            silent.add(boughtBefore(fund, year));
        }
        // A second instance at the same moment, which knows nothing of the first.
        var other = new EarlierPurchases(disclosures, disclose);

        List<Callable<Boolean>> instances = List.of(() -> all(earlier), () -> all(other));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var one : threads.invokeAll(instances)) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(releases(silent)).hasSize(120).containsOnly(1L);
        String ocid = sql.first(
                "SELECT ocid FROM ocds_record WHERE process_id = ?", row -> row.getString(1), silent.getFirst());
        when().get("/ocds/records/" + ocid)
                .then()
                .statusCode(200)
                .body("records[0].compiledRelease.tender.status", is("planned"));

        assertThat(all(earlier)).isTrue();
        assertThat(releases(silent)).hasSize(120).containsOnly(1L);
    }

    private static boolean all(EarlierPurchases instance) {
        boolean more = true;
        while (more) {
            more = instance.publishSome();
        }
        return true;
    }

    private List<Long> releases(List<UUID> processes) {
        return sql.list("""
                SELECT count(*) FROM ocds_release JOIN ocds_record USING (ocid)
                 WHERE process_id = ANY (?) GROUP BY process_id
                """, row -> row.getLong(1), (Object) processes.toArray(UUID[]::new));
    }

    /** As the version before it stored it: nothing is published with it. */
    private UUID boughtBefore(FundId fund, FiscalYear year) {
        var program =
                new Program(UUID.randomUUID(), UUID.randomUUID(), "Harbor", "Harbor Club", "area " + UUID.randomUUID());
        var process = new Open(new Opening(
                new ProcessId(UUID.randomUUID()),
                fund,
                year,
                program,
                new Route(Route.Kind.COMPETITION, "Several could serve", null),
                1,
                null,
                Money.ofDollars("5000.00"),
                Money.ofDollars("5000.00"),
                Method.SOUND_BUSINESS_PRACTICES,
                LocalDate.of(2026, 7, 1),
                Instant.parse("2026-07-01T14:00:00Z")));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.updateOne(
                        """
                        INSERT INTO contracting_process (id, fund_id, fiscal_year, program_id, partner_id, service_area,
                                                         route, state, document)
                        VALUES (?, ?, ?, ?, ?, ?, 'competition', 'open', ?::jsonb)
                        """,
                        process.id().value(),
                        fund.value(),
                        year.endYear(),
                        program.id(),
                        program.partner(),
                        program.serviceArea(),
                        documents.write(process)));
        return process.id().value();
    }
}
