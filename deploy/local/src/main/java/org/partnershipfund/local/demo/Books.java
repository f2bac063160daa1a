package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;

/** Procurement's ledger, as its officer reads it. */
final class Books {

    private final SuiteClient officer;
    private final Narrator narrator;

    Books(SuiteClient officer, Narrator narrator) {
        this.officer = officer;
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
    void awaitLines(String fund, int wanted, Duration atMost, Duration lookAgain) throws InterruptedException {
        await(
                () -> totals(fund).path("lines").asInt() >= wanted,
                () -> "%d of %d budget lines are open"
                        .formatted(totals(fund).path("lines").asInt(), wanted),
                atMost,
                lookAgain);
        narrator.tell("The events have arrived: procurement has opened %d budget lines.", wanted);
    }

    /** Returns when that much is appropriated. */
    void awaitAppropriated(String fund, Money wanted, Duration atMost, Duration lookAgain) throws InterruptedException {
        await(
                () -> appropriated(fund).equals(wanted),
                () -> "%s of %s are appropriated".formatted(Dollars.words(appropriated(fund)), Dollars.words(wanted)),
                atMost,
                lookAgain);
        narrator.tell("The event has arrived: %s may be encumbered.", Dollars.words(wanted));
    }

    private JsonNode totals(String fund) {
        return officer.get(Door.PROCUREMENT, "/budget-lines/totals?fundId=" + fund)
                .expecting(200)
                .json();
    }

    private Money appropriated(String fund) {
        return Dollars.of(totals(fund).path("balance").path("appropriated"));
    }

    private void await(BooleanSupplier arrived, Supplier<String> soFar, Duration atMost, Duration lookAgain)
            throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!arrived.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new DemoFailedException("after %d s only %s; ./fund status and ./fund logs say more"
                        .formatted(atMost.toSeconds(), soFar.get()));
            }
            narrator.stillAt("%s", soFar.get());
            Thread.sleep(lookAgain);
        }
    }
}
