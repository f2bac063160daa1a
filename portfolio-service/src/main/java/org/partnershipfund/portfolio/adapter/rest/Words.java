package org.partnershipfund.portfolio.adapter.rest;

import java.util.function.Function;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.portfolio.catalogue.Funding;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.search.Order;

/** Our words in addresses; another one is a 400 that lists them. */
final class Words {

    private static final String STATES = "intended|submitted|returned|vetted|suspended|refused|withdrawn";

    private Words() {}

    static PartnerKind partnerKind(String text) {
        return read("kind", text, PartnerKind.WORDS, PartnerKind::of);
    }

    static ServiceArea serviceArea(String text) {
        return read("serviceArea", text, ServiceArea.WORDS, ServiceArea::of);
    }

    static Grade grade(String text) {
        return read("grade", text, Grade.WORDS, Grade::of);
    }

    static ClearanceKind clearanceKind(String text) {
        return read("kind", text, ClearanceKind.WORDS, ClearanceKind::of);
    }

    static String state(String text) {
        return read("state", text, STATES, Function.identity());
    }

    static Funding funding(String text) {
        return read("funding", text, Funding.WORDS, Funding::of);
    }

    static Order order(String text) {
        return read("sort", text, Order.WORDS, Order::of);
    }

    /** What a value must be, if these are the words that are allowed. */
    static String reason(String words) {
        return words.startsWith("[")
                ? "it must be a code of ISO 639, or a name of at most 80 characters"
                : "it must be one of " + words;
    }

    private static <T> T read(String parameter, String text, String words, Function<String, T> reading) {
        if (!text.matches(words)) {
            throw ProblemException.parameter(parameter, text, "it must be one of " + words);
        }
        return reading.apply(text);
    }
}
