package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.testkit.BackboneResource;

/** Offers are asked for, answered and awarded as the method of the value demands. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class CompetitionIT extends BuyingStory {

    @Test
    void sealed_offers_are_asked_for_in_public_and_opened_in_time() {
        approve(selectionOne, 1, one, harbor, "100000.00");
        approve(selectionTwo, 1, two, harbor, "1000.00");
        String process = open(harbor, competition());
        solicit(process).statusCode(422).body("type", endsLike("solicitation-does-not-fit"));
        notice(process, 13, true).statusCode(422).body("type", endsLike("opening-too-soon"));
        notice(process, 15, false).statusCode(422).body("type", endsLike("notice-places-missing"));
        notice(process, 15, true)
                .statusCode(200)
                .body("solicitation.kind", is("sealed"))
                .body("method", is("sealed-bids-or-proposals"));

        propose(process, harbor, "90000.00", "advantageous")
                .statusCode(409)
                .body("type", endsLike("no-offers-now"))
                .body("detail", containsString("sealed until"));
        quote(process, harbor, "1.00").statusCode(409).body("type", endsLike("no-offers-now"));
        award(process, harbor).statusCode(422).body("type", endsLike("no-such-offer"));
    }

    @Test
    void only_those_asked_answer_and_each_once() {
        approve(selectionOne, 1, one, harbor, "20000.00");
        String process = open(harbor, competition());
        quote(process, harbor, "1.00").statusCode(409).body("type", endsLike("no-offers-now"));
        solicit(process).statusCode(200);
        quote(process, harbor, "20000.00").statusCode(201).statusCode(201);
        quote(process, harbor, "19000.00").statusCode(409).body("type", endsLike("already-offered"));
        Program stranger = program("Stranger");
        quote(process, stranger, "1.00").statusCode(409).body("type", endsLike("program-not-known"));
        QuarkusTransaction.requiringNew().run(() -> programs.remember(stranger));
        quote(process, stranger, "1.00").statusCode(422).body("type", endsLike("not-asked"));
    }

    @Test
    void sealed_proposals_are_opened_rated_and_the_most_advantageous_is_awarded() {
        approve(selectionOne, 1, one, harbor, "100000.00");
        approve(selectionTwo, 1, two, harbor, "1000.00");
        String process = open(harbor, competition());
        notice(process, 15, true).statusCode(200);
        twoWeeksLater(process);

        propose(process, harbor, "90000.00", "unacceptable").statusCode(201);
        propose(process, mystic, "95000.00", "highly-advantageous").statusCode(201);
        propose(process, charles, "94000.00", "advantageous")
                .statusCode(201)
                .body("proposals.name", contains("Harbor", "Mystic", "Charles"));
        propose(process, charles, "93000.00", "advantageous").statusCode(409).body("type", endsLike("already-offered"));
        award(process, harbor).statusCode(422).body("type", endsLike("proposal-unacceptable"));
        award(process, mystic)
                .statusCode(200)
                .body("state", is("awarded"))
                .body("award.price.amount", is("95000.00"))
                .body("award.asChosen", is(false))
                .body("waitingFor", contains(one, two))
                .body("lines.awarded.amount", contains("94059.41", "940.59"));
        assertThat(said.latest(selectionOne.toString(), "ProcurementOutcomeDiffers"))
                .contains("most advantageous offer", mystic.id().toString());

        approve(selectionOne, 2, one, mystic, "94059.41");
        approve(selectionTwo, 2, two, mystic, "940.59");
        officer()
                .get("/contracts/" + draft(process))
                .then()
                .body("amount.amount", is("95000.00"))
                .body("missing", contains("partner", "superintendent", "appropriation", "mayor", "district"));
    }

    /** The notice has stood long enough: what the law makes one wait for is not waited for here. */
    private void twoWeeksLater(String process) {
        QuarkusTransaction.requiringNew().run(() -> sql.updateOne("""
                UPDATE contracting_process
                   SET document = jsonb_set(document, '{solicitation,opensAt}', to_jsonb('2018-02-26T19:00:00Z'::text))
                 WHERE id = ?
                """, UUID.fromString(process)));
    }

    @Test
    void every_price_counts_and_who_is_left_out_is_named_by_program_or_name() {
        approve(selectionOne, 1, one, harbor, "30000.00");
        String process = open(harbor, competition());
        solicit(
                        process,
                        List.of(
                                Map.of("partnerId", harbor.partner(), "name", "Harbor"),
                                Map.of("name", "Harbor"),
                                Map.of("name", "Newton Tutors"),
                                Map.of("name", " newton  tutors")))
                .statusCode(422)
                .body("type", endsLike("too-few-asked"))
                .body("detail", containsString("asked has 2"));
        solicit(
                        process,
                        List.of(
                                Map.of("partnerId", harbor.partner(), "name", "Harbor"),
                                Map.of("partnerId", mystic.partner(), "name", "Mystic"),
                                Map.of("name", "Newton Tutors")))
                .statusCode(200);
        quote(process, harbor, "29000.00").statusCode(201);
        quote(process, mystic, "28000.00").statusCode(201);
        quote(process, "newton tutors", "27000.00").statusCode(201);
        quote(process, "Newton Tutors", "26000.00").statusCode(409).body("type", endsLike("already-offered"));

        award(process, mystic)
                .statusCode(422)
                .body("type", endsLike("not-the-lowest"))
                .body("detail", containsString("newton tutors asked $27,000.00"));
        var newton = Map.of("name", "Newton Tutors", "reason", "No insurance");
        var mystics = Map.of("programId", mystic.id(), "reason", "Owes a delivery");
        award(process, mystic, newton, mystics).statusCode(422).body("type", endsLike("award-to-not-responsible"));
        award(process, mystic, Map.of("name", "Nobody", "reason", "Unknown"))
                .statusCode(422)
                .body("type", endsLike("no-such-offer"));
        award(process, mystic, Map.of("reason", "Unknown")).statusCode(400);
        award(process, harbor, newton).statusCode(422).body("type", endsLike("not-the-lowest"));
        award(process, harbor, newton, mystics)
                .statusCode(200)
                .body("award.notResponsible[0].name", is("Newton Tutors"))
                .body("award.notResponsible[1].programId", is(mystic.id().toString()));
    }

    @Test
    void a_process_that_outgrew_its_quotes_is_awarded_below_the_threshold_or_put_to_competition_again() {
        approve(selectionOne, 1, one, harbor, "60000.00");
        approve(selectionTwo, 1, two, harbor, "30000.00");
        String process = open(harbor, competition());
        solicit(process).statusCode(200).body("method", is("written-quotes"));
        quote(process, harbor, "110000.00").statusCode(201);
        quote(process, mystic, null).statusCode(201);
        quote(process, charles, null).statusCode(201);
        solicit(process).statusCode(409).body("type", endsLike("no-solicitation-now"));

        approve(selectionTwo, 2, two, harbor, "60000.00");
        officer()
                .get("/processes/" + process)
                .then()
                .body("value.amount", is("120000.00"))
                .body("method", is("written-quotes"));
        award(process, harbor)
                .statusCode(422)
                .body("type", endsLike("method-outgrown"))
                .body("detail", containsString("sealed-bids-or-proposals"));

        notice(process, 15, true)
                .statusCode(200)
                .body("method", is("sealed-bids-or-proposals"))
                .body("quotes", hasSize(0));
    }

    @Test
    void until_offers_are_asked_for_the_method_follows_what_the_schools_reserve() {
        approve(selectionOne, 1, one, harbor, "60000.00");
        approve(selectionTwo, 1, two, harbor, "30000.00");
        String process = open(harbor, competition());

        approve(selectionTwo, 2, two, harbor, "60000.00");
        officer().get("/processes/" + process).then().body("method", is("sealed-bids-or-proposals"));
        approve(selectionOne, 2, one, harbor, "9000.00");
        withdraw(selectionTwo, two);
        officer()
                .get("/processes/" + process)
                .then()
                .body("value.amount", is("9000.00"))
                .body("method", is("sound-business-practices"));
        withdraw(selectionOne, one);
        officer()
                .get("/processes/" + process)
                .then()
                .statusCode(200)
                .body("value.amount", is("0.00"))
                .body("requirements", hasSize(0));
    }

    @Test
    void what_would_lift_a_sole_source_above_its_cap_waits_for_a_competition() {
        approve(selectionOne, 1, one, harbor, "40000.00");
        String process = open(harbor, soleSource(harbor, "50000.00"));

        approve(selectionOne, 2, one, harbor, "50000.01");

        officer().get("/processes/" + process).then().body("lines", hasSize(0));
        assertThat(open(harbor, competition())).isNotEqualTo(process);
    }

    @Test
    void lines_join_a_sole_source_one_by_one_and_what_belongs_to_it_counts() {
        approve(selectionTwo, 1, two, mystic, "30000.00");
        String _ = open(mystic, competition());
        approve(selectionOne, 1, one, harbor, "15000.00");
        String process = open(harbor, soleSource(harbor, "50000.00"));

        approve(selectionOne, 2, one, new Chosen(harbor, "15000.00"), new Chosen(harbor, "12000.00"));
        officer()
                .get("/processes/" + process)
                .then()
                .body("lines.amount.amount", contains("15000.00"))
                .body("value.amount", is("15000.00"));
        approve(selectionOne, 3, one, harbor, "20000.01");
        officer().get("/processes/" + process).then().body("lines", hasSize(0));
    }

    @Test
    void what_a_school_has_left_after_the_award_no_longer_counts() {
        approve(selectionOne, 1, one, harbor, "40000.00");
        approve(selectionTwo, 1, two, harbor, "50000.00");
        String process = open(harbor, competition());
        solicit(process).statusCode(200);
        quote(process, harbor, "90000.00").statusCode(201);
        quote(process, mystic, null).statusCode(201);
        quote(process, charles, null).statusCode(201);
        award(process, harbor).statusCode(200).body("value.amount", is("90000.00"));

        withdraw(selectionTwo, two);
        officer().get("/processes/" + process).then().body("value.amount", is("40000.00"));
        approve(UUID.randomUUID(), 1, two, mystic, "60000.00");
        String _ = open(mystic, competition());
    }
}
