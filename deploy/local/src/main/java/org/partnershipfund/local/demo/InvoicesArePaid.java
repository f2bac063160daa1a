package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;

/** Autumn: partners invoice what they delivered; five hands, never twice the same, before a cent is paid. */
final class InvoicesArePaid implements Chapter {

    private static final int PERCENT = 40;
    private static final int PUPILS = 24;

    private final Stage stage;
    private final Narrator narrator;
    private final Books books;

    InvoicesArePaid(Stage stage, Books books) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.books = books;
    }

    private record Sent(String partner, Thing invoice, List<String> schools) {}

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("November 2018: invoices and payments");
        narrator.rule(
                "the money reaches partners only, for services that a school received",
                "a line that can only fund partner organisations");
        stage.calendar().turnTo(LocalDateTime.of(2018, 11, 5, 9, 0));
        tooEarly();
        List<String> partners = stage.year().totals().keySet().stream().sorted().toList();
        List<Sent> sent = stage.crowd().map("partners invoice", partners, this::send);
        narrator.tell("%d partners invoice September and October, %d%% of each share.", sent.size(), PERCENT);
        stage.crowd().each("schools verify", sent, this::verify);
        stage.crowd().each("the officer certifies", sent, one -> step("procurement-officer-2", one, "certification"));
        stage.crowd().each("the auditor receives", sent, one -> step("city-auditor-1", one, "receipt"));
        narrator.tell(
                "%d principals verify, the procurement officer certifies, the City Auditor receives.",
                sent.stream().flatMap(one -> one.schools().stream()).distinct().count());
        stage.calendar().turnTo(LocalDateTime.of(2018, 11, 20, 9, 0));
        stage.crowd().each("the budget office pays", sent, this::pay);
        narrator.tell(
                "The budget office pays %d invoices: %s expended.",
                sent.size(), Dollars.words(books.total(stage.year().fund(), "expended")));
    }

    private void tooEarly() {
        String partner = Stories.CHEAPER_PARTNER;
        String refused = stage.cast()
                .as("partner-" + partner)
                .post(
                        Door.PROCUREMENT,
                        "/invoices",
                        Map.of(
                                "contractId",
                                stage.year().id(Kind.CONTRACT, partner),
                                "number",
                                partner + "-0",
                                "lines",
                                List.of(line(
                                        Stories.OUTCOME_DIFFERS,
                                        "2018-07-05",
                                        "2018-07-09",
                                        Money.ofDollars("500.00"),
                                        "Summer sessions before the signature"))))
                .refused("service-before-execution");
        narrator.tell("Refused to %s: %s", stage.year().program(partner).partnerName(), refused);
    }

    private Sent send(String partner) {
        Actor member = stage.cast().as("partner-" + partner);
        Thing contract = member.get(
                        Door.PROCUREMENT, "/contracts/" + stage.year().id(Kind.CONTRACT, partner))
                .made();
        List<Map<String, Object>> lines = new ArrayList<>();
        List<String> schools = new ArrayList<>();
        contract.json().path("shares").forEach((JsonNode share) -> {
            String school = share.path("schoolCode").asText();
            schools.add(school);
            lines.add(line(
                    school,
                    "2018-09-06",
                    "2018-10-31",
                    new Money(Dollars.of(share.path("amount")).cents() * PERCENT / 100),
                    stage.year().program(partner).name()));
        });
        Thing invoice = member.post(
                        Door.PROCUREMENT,
                        "/invoices",
                        Map.of("contractId", contract.id(), "number", partner + "-1", "lines", lines))
                .made();
        return new Sent(partner, invoice, schools);
    }

    /** A line of an invoice as the door takes it. */
    static Map<String, Object> line(String school, String from, String until, Money amount, String description) {
        return Map.of(
                "schoolCode",
                school,
                "serviceFrom",
                from,
                "serviceUntil",
                until,
                "amount",
                Dollars.wire(amount),
                "description",
                description,
                "unit",
                "lump sum",
                "quantity",
                "1",
                "unitPrice",
                Dollars.wire(amount),
                "pupilsServed",
                PUPILS);
    }

    private void verify(Sent sent) {
        for (String school : sent.schools()) {
            Thing _ = stage.cast()
                    .principal(school)
                    .step(
                            Door.PROCUREMENT,
                            path(sent),
                            "verifications/" + school,
                            Map.of("delivered", true, "note", "Every group met as planned."))
                    .made();
        }
    }

    private void step(String username, Sent sent, String step) {
        Thing _ = stage.cast()
                .as(username)
                .step(Door.PROCUREMENT, path(sent), step)
                .made();
    }

    private void pay(Sent sent) {
        Thing _ = stage.cast()
                .budgetOffice()
                .step(Door.PROCUREMENT, path(sent), "payment", Map.of("reference", "TR-2019-" + sent.partner()))
                .made();
    }

    private static String path(Sent sent) {
        return "/invoices/" + sent.invoice().id();
    }
}
