package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;

/** Anybody follows a purchase from the plan to the payment, and adds up where the money went. */
final class ThePublicReads implements Chapter {

    private static final String PREFIX = "ocds-213czf-";

    private final Stage stage;
    private final Narrator narrator;

    ThePublicReads(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
    }

    @Override
    public void play() {
        narrator.chapter("What anybody reads, without signing in");
        narrator.rule("all spending stands in the open", "procurement");
        String ocid = PREFIX + stage.year().id(Kind.PROCESS, CentralOfficeBuys.THREE_YEARS);
        JsonNode record = read("/ocds/records/" + ocid).path("records").path(0);
        JsonNode compiled = record.path("compiledRelease");
        narrator.tell(
                "GET /ocds/records/%s: %d releases of OCDS 1.1; %s, awarded %s, contracted %s, paid %s.",
                ocid,
                record.path("releases").size(),
                compiled.path("tender").path("procurementMethodDetails").asText(),
                words(compiled.path("awards").path(0).path("value")),
                words(compiled.path("contracts").path(0).path("value")),
                Dollars.words(paid(compiled)));
        narrator.line("Dollars by the way they were bought (GET /spending-reports/dollars/route):");
        for (JsonNode row : read("/spending-reports/dollars/route").path("rows")) {
            narrator.line("  %-14s contracted %15s  paid %15s  purchases: %d"
                    .formatted(
                            row.path("key").asText(),
                            words(row.path("contracted")),
                            words(row.path("paid")),
                            row.path("processes").asInt()));
        }
    }

    private JsonNode read(String path) {
        return stage.cast().anybody().get(Door.PROCUREMENT, path).made().json();
    }

    /** An amount as our doors or the standard writes it. */
    private static String words(JsonNode amount) {
        return Dollars.words(dollars(amount));
    }

    private static Money dollars(JsonNode amount) {
        // The standard writes a number where our own doors write text.
        return Money.ofDollars(
                new BigDecimal(amount.path("amount").asText("0")).setScale(2).toPlainString());
    }

    private static Money paid(JsonNode compiled) {
        List<Money> payments = new ArrayList<>();
        for (JsonNode contract : compiled.path("contracts")) {
            for (JsonNode one : contract.path("implementation").path("transactions")) {
                payments.add(dollars(one.path("value")));
            }
        }
        return Dollars.sum(payments);
    }
}
