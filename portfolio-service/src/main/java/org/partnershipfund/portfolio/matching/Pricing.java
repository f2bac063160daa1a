package org.partnershipfund.portfolio.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.matching.Quote.NotCounted;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Session;

/** What the lines of a price sheet come to for what a school needs; whole cents (policy matching §4). */
final class Pricing {

    private final Needs needs;
    private final List<Session> usualWeek;
    private final int weeks;

    Pricing(Needs needs, List<Session> usualWeek, int weeks) {
        this.needs = needs;
        this.usualWeek = usualWeek;
        this.weeks = weeks;
    }

    /** How many units are bought, and where the number comes from; no number if nobody said. */
    private record Quantity(@Nullable Integer units, String sentence) {}

    Quote.Sheet of(PriceSheet sheet) {
        List<Quote> counted = new ArrayList<>();
        List<NotCounted> notCounted = new ArrayList<>();
        for (Price price : sheet.prices()) {
            Quantity quantity = quantity(price);
            Integer units = quantity.units();
            if (units == null) {
                notCounted.add(new NotCounted(price, quantity.sentence()));
            } else if (!price.tier().holds(units)) {
                notCounted.add(new NotCounted(
                        price, "It counts for %s units, and the school needs %d.".formatted(price.tier(), units)));
            } else if (price.amount().cents() > Long.MAX_VALUE / units) {
                notCounted.add(new NotCounted(price, "The amount is larger than any that can be paid."));
            } else {
                counted.add(new Quote(price, units, new Money(price.amount().cents() * units), quantity.sentence()));
            }
        }
        counted.sort(Quote.LOWEST_FIRST);
        return new Quote.Sheet(counted, notCounted);
    }

    private Quantity quantity(Price price) {
        return switch (price.unit()) {
            case PER_PUPIL ->
                new Quantity(needs.pupils(), "For %s.".formatted(Sentences.count(needs.pupils(), "pupil")));
            case PER_SESSION -> sessions();
            case PER_YEAR -> new Quantity(1, "For one year.");
            case FLAT -> new Quantity(1, "One amount for all of it.");
            case AGREED -> new Quantity(1, "School and partner agree on an amount; this is the most.");
        };
    }

    private Quantity sessions() {
        if (needs.sessions().isPresent()) {
            int said = needs.sessions().get();
            return new Quantity(said, "For the %s that the school says.".formatted(Sentences.count(said, "session")));
        }
        int aWeek = needs.times().isEmpty() ? usualWeek.size() : needs.times().size();
        int all = weeks * aWeek;
        if (all == 0) {
            return new Quantity(
                    null,
                    "Nobody says how many sessions: give needs.sessions, or needs.times at which they take place.");
        }
        return new Quantity(
                all,
                "For %s, assumed: %d a week %s, in %s."
                        .formatted(
                                Sentences.count(all, "session"),
                                aWeek,
                                needs.times().isEmpty() ? "in its usual week" : "at the times of the school",
                                Sentences.count(weeks, "week")));
    }
}
