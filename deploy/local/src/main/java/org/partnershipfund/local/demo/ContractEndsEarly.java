package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;

/** Winter: a partner closes; what nobody is owed goes back to the schools' lines, to the cent. */
final class ContractEndsEarly implements Chapter {

    private final Stage stage;
    private final Narrator narrator;
    private final Books books;

    ContractEndsEarly(Stage stage, Books books) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.books = books;
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("December 2018: a contract ends early");
        narrator.rule("not a cent leaves its line or its purpose", "a restricted budget line");
        stage.calendar().turnTo(LocalDateTime.of(2018, 12, 3, 9, 0));
        String fund = stage.year().fund();
        Money before = books.total(fund, "available");
        Thing ended = stage.cast()
                .procurementOfficer()
                .step(
                        Door.PROCUREMENT,
                        "/contracts/" + stage.year().id(Kind.CONTRACT, Stories.ENDS_EARLY),
                        "termination",
                        Map.of("reason", "Invented: the partner closes its office."))
                .made();
        List<Money> released = new ArrayList<>();
        ended.json()
                .path("ended")
                .path("released")
                .forEach((JsonNode one) -> released.add(Dollars.of(one.path("amount"))));
        Money freed = books.total(fund, "available").minus(before);
        if (!freed.equals(Dollars.sum(released))) {
            throw new DemoFailedException("%s went back and the contract says %s"
                    .formatted(Dollars.words(freed), Dollars.words(Dollars.sum(released))));
        }
        narrator.tell(
                "The contract with %s is terminated: %s that nobody is owed go back to its school's line, where they can be selected again.",
                stage.year().program(Stories.ENDS_EARLY).partnerName(), Dollars.words(freed));
        String refused = stage.cast()
                .as("partner-" + Stories.ENDS_EARLY)
                .post(
                        Door.PROCUREMENT,
                        "/invoices",
                        Map.of(
                                "contractId",
                                ended.id(),
                                "number",
                                Stories.ENDS_EARLY + "-2",
                                "lines",
                                List.of(InvoicesArePaid.line(
                                        ended.json()
                                                .path("shares")
                                                .path(0)
                                                .path("schoolCode")
                                                .asText(),
                                        "2018-11-01",
                                        "2018-11-30",
                                        Money.ofDollars("100.00"),
                                        "After the end"))))
                .refused("contract-ended");
        narrator.tell("Refused to the partner, which still would invoice: %s", refused);
    }
}
