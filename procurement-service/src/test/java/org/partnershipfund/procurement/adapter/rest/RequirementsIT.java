package org.partnershipfund.procurement.adapter.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Policy procurement §11, through the doors. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class RequirementsIT extends BuyingStory {

    private static ValidatableResponse requirements(String process) {
        return as("records-auditor")
                .get("/processes/" + process + "/requirements")
                .then()
                .statusCode(200);
    }

    private static String of(String name, String part) {
        return "requirements.find { it.id == '%s' }.%s".formatted(name, part);
    }

    @Test
    void a_process_says_what_it_needs_who_met_it_and_what_comes_next() {
        approve(selectionOne, 1, one, harbor, "20000.00");
        String process = open(harbor, competition());
        requirements(process)
                .body(of("three-quotes", "state"), is("missing"))
                .body(of("partner", "state"), is("later"))
                .body("next", hasSize(1));
        solicit(process).statusCode(200);
        quote(process, harbor, "20000.00").statusCode(201);
        quote(process, mystic, null).statusCode(201);
        quote(process, charles, null).statusCode(201);
        requirements(process)
                .body(of("three-quotes", "metBy.paper"), startsWith("1 quotes and 2 that declined of 3 asked"))
                .body(of("three-quotes", "metBy.by"), notNullValue())
                .body(of("three-quotes", "metBy.at"), notNullValue());
        award(process, harbor).statusCode(200);
        String contract = draft(process);
        requirements(process).body("next", contains("partner: To be done by partner."));
        signAsPartner(contract, true).statusCode(200);
        requirements(process)
                .body(of("partner", "metBy.by"), is(member))
                .body("next", hasItem("superintendent: To be done by district-superintendent."))
                .body("next", hasItem("appropriation: To be done by city-auditor."));

        vote();
        sign(contract, "certifications/appropriation", "city-auditor", 200, null);
        sign(contract, "approvals/superintendent", "district-superintendent", 200, null);
        sign(contract, "signatures/district", "deputy-cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        requirements(process)
                .body("requirements.state", everyItem(is("met")))
                .body(of("requisition-and-purchase-order", "metBy.paper"), startsWith("REQ-"))
                .body("next", hasSize(0));
    }

    @Test
    void only_the_offices_ask_and_only_about_a_process_that_there_is() {
        as("records-auditor")
                .get("/processes/" + UUID.randomUUID() + "/requirements")
                .then()
                .statusCode(404)
                .body("type", endsLike("no-such-process"));
        partner()
                .get("/processes/" + UUID.randomUUID() + "/requirements")
                .then()
                .statusCode(403);
    }
}
