package org.partnershipfund.procurement.adapter.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.usecase.CloseLines;
import org.partnershipfund.testkit.BackboneResource;

/** docs/policy/ledger.md §7: what contracts carry, what lapses, and that both are what was not spent. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class YearEndIT extends BuyingStory {

    @Inject
    CloseLines closeLines;

    @Test
    void only_contracts_carry_and_the_rest_lapses_and_is_reported() {
        approve(selectionOne, 1, one, harbor, "5000.00");
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, "5000.00").statusCode(200);
        String executed = draft(process);
        vote();
        sign(executed, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + executed + "/execution", null).statusCode(200);
        // A draft that nobody signed yet, and a selection that nobody bought.
        approve(selectionTwo, 1, two, new Chosen(mystic, "3000.00"), new Chosen(charles, "700.00"));
        String other = open(mystic, soleSource(mystic, "3000.00"));
        award(other, mystic).statusCode(200);
        String drafted = draft(other);
        as("cfo").get("/year-ends/" + fund).then().statusCode(404).body("type", endsLike("year-not-closed"));

        var _ = closeLines.close(fund, year(), "closing", Instant.now()).orRefuse();
        var _ = closeLines.close(fund, year(), "told again", Instant.now()).orRefuse();

        as("cfo")
                .get("/year-ends/" + fund)
                .then()
                .statusCode(200)
                .body("cause", is("closing"))
                .body("lines", is(2))
                .body("appropriated.amount", is("200000.00"))
                .body("expended.amount", is("0.00"))
                .body("carried.amount", is("8000.00"))
                .body("lapsed.amount", is("192000.00"));
        as("cfo")
                .get("/year-ends/" + fund + "/lines")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.schoolCode == '%s' }.carried.amount".formatted(one), is("5000.00"))
                .body("items.find { it.schoolCode == '%s' }.lapsed.amount".formatted(two), is("97000.00"));
        as("cfo")
                .get("/year-ends/" + fund + "/carried")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.contractId == '%s' }.encumbered.amount".formatted(executed), is("5000.00"))
                .body("items.find { it.contractId == '%s' }.reserved.amount".formatted(drafted), is("3000.00"));
        as("records-auditor")
                .accept("text/csv")
                .get("/year-ends/" + fund + "/carried")
                .then()
                .statusCode(200)
                .body(containsString(drafted));
        leader(leaderOne).get("/year-ends/" + fund).then().statusCode(403);
        as("cfo").get("/year-ends/" + UUID.randomUUID()).then().statusCode(404);
    }
}
