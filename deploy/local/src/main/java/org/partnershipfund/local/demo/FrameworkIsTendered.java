package org.partnershipfund.local.demo;

import java.time.LocalDateTime;
import java.util.List;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.sample.Program;

/** Before any school chooses: a category is tendered for the whole district, so that a choice can be called off later. */
final class FrameworkIsTendered implements Chapter {

    private static final LocalDateTime DEADLINE = LocalDateTime.of(2017, 11, 28, 14, 0);
    private static final Money VALUE = Money.ofDollars("600000.00");
    private static final List<String> PLACES =
            List.of("office", "newspaper", "commbuys", "city-record", "goods-and-services-bulletin");

    private final Stage stage;
    private final Narrator narrator;

    FrameworkIsTendered(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("13 to 28 November 2017: a framework for the whole district");
        narrator.rule("a school chooses, the district competes", "procurement");
        Program winner = stage.year().program(Stories.CALLED_OFF);
        var tender = new SealedTender(stage, DEADLINE);
        stage.calendar().turnTo(LocalDateTime.of(2017, 11, 13, 10, 0));
        tender.publishFramework(winner.serviceArea(), VALUE, PLACES, "2017-11-13");
        tender.bidPerUnit(winner);
        tender.bidPerUnit(costlier(winner));
        stage.calendar().turnTo(DEADLINE.plusHours(1));
        tender.openPrices();
        tender.award(Stories.CALLED_OFF, "The lowest responsible bid per pupil.");
        var _ = stage.year().keep(Kind.FRAMEWORK_AWARD, Stories.CALLED_OFF, tender.frameworkAward(Stories.CALLED_OFF));
        narrator.tell(
                "Two bids for the area %s were opened by two officers; %s wins at %s a pupil for three years. Schools that choose it are bought for by call-off.",
                winner.serviceArea(), winner.partnerName(), Dollars.words(winner.price()));
    }

    /** Another bidder of the area, which asks more. */
    private Program costlier(Program winner) {
        Program other = stage.year().program(Stories.OTHER_BIDDER);
        Money more = new Money(winner.price().cents() * 106 / 100);
        return other.pricedAt(more);
    }
}
