package org.partnershipfund.local.demo;

import java.time.LocalDateTime;
import java.util.Map;
import org.partnershipfund.local.place.Door;

/** 28 March: the School Committee votes; planned money becomes money that may be encumbered. */
final class BudgetIsAdopted implements Chapter {

    private static final String VOTE = "School Committee, 28 March 2018";

    private final Stage stage;
    private final Books books;

    BudgetIsAdopted(Stage stage, Books books) {
        this.stage = stage;
        this.books = books;
    }

    @Override
    public void play() throws InterruptedException {
        Narrator narrator = stage.narrator();
        narrator.chapter("28 March 2018: the School Committee adopts the budget");
        narrator.rule(
                "the amounts of December are proposals until the budget is adopted; nothing is encumbered before",
                "the budget of the schools");
        stage.calendar().turnTo(LocalDateTime.of(2018, 3, 29, 9, 0));
        Thing fund = stage.cast()
                .budgetOffice()
                .step(
                        Door.ALLOCATION,
                        "/funds/" + stage.year().fund(),
                        "appropriation",
                        Map.of("adopted", Dollars.wire(NeedIsMeasured.POOL), "vote", VOTE, "adoptedOn", "2018-03-28"))
                .made();
        narrator.tell(
                "The budget office records the vote: %s adopted.",
                Dollars.words(Dollars.of(fund.json().path("appropriation").path("adopted"))));
        books.awaitAppropriated(stage.year().fund(), NeedIsMeasured.POOL);
    }
}
