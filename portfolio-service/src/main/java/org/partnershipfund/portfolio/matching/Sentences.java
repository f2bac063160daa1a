package org.partnershipfund.portfolio.matching;

import java.util.List;
import java.util.Locale;

/** How sentences name numbers and several things. */
final class Sentences {

    private Sentences() {}

    /** Such as {@code 1 pupil} and {@code 1,200 pupils}. */
    static String count(int number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }

    /** Such as {@code K}, {@code K and 1}, {@code K, 1 and 2}. */
    static String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
