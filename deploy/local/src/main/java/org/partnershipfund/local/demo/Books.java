package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;

/** Procurement's ledger, as its officer reads it. */
final class Books {

    private final SuiteClient officer;
    private final Crowd crowd;
    private final Narrator narrator;

    Books(SuiteClient officer, Crowd crowd, Narrator narrator) {
        this.officer = officer;
        this.crowd = crowd;
        this.narrator = narrator;
    }

    /** Every budget line of a fund. */
    List<JsonNode> lines(String fund) {
        return Doors.all(officer, Door.PROCUREMENT, "/budget-lines", Map.of("fundId", fund));
    }

    /** Whether the books agree with themselves. */
    JsonNode trialBalance(String fund) {
        return officer.get(Door.PROCUREMENT, "/trial-balance?fundId=" + fund)
                .expecting(200)
                .json();
    }

    /** Returns when procurement has opened so many lines. */
    void awaitLines(String fund, int wanted) throws InterruptedException {
        crowd.until(
                "procurement has opened %d budget lines".formatted(wanted),
                () -> totals(fund).path("lines").asInt() >= wanted);
        narrator.tell("The events have arrived: procurement has opened %d restricted budget lines.", wanted);
    }

    /** Returns when that much is appropriated. */
    void awaitAppropriated(String fund, Money wanted) throws InterruptedException {
        crowd.until(
                Dollars.words(wanted) + " are appropriated",
                () -> total(fund, "appropriated").equals(wanted));
        narrator.tell("The event has arrived: %s may be encumbered.", Dollars.words(wanted));
    }

    /** What all lines of a fund hold together in one account, such as {@code reserved}. */
    Money total(String fund, String account) {
        return Dollars.of(totals(fund).path("balance").path(account));
    }

    private JsonNode totals(String fund) {
        return officer.get(Door.PROCUREMENT, "/budget-lines/totals?fundId=" + fund)
                .expecting(200)
                .json();
    }
}
