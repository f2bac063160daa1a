package org.partnershipfund.local.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.local.verify.Bundle.Revision;
import org.partnershipfund.local.verify.Bundle.School;
import org.partnershipfund.local.verify.Recount.ImpossibleRulesException;
import org.partnershipfund.local.verify.Recount.Part;

/**
 * What comes of laying a bundle beside its recount.
 *
 * @param differences one line each; none if all is equal to the cent
 * @param sums what was found, in sentences
 */
record Verdict(List<String> differences, List<String> sums) {

    private static final String RESERVE = "the reserve";

    /** Recounts the bundle. */
    static Verdict of(Bundle bundle) {
        try {
            return of(bundle, Recount.of(bundle.rules(), bundle.schools()));
        } catch (ImpossibleRulesException e) {
            return new Verdict(List.of("rules: " + e.getMessage()), List.of(bundle.title()));
        }
    }

    private static Verdict of(Bundle bundle, SortedMap<String, Part> parts) {
        List<String> differences = new ArrayList<>();
        for (School school : bundle.schools()) {
            Part part = parts.getOrDefault(school.code(), Part.NOTHING);
            if (!part.cents().equals(school.amount())) {
                differences.add("%s %s: the bundle says %s, the rules give %s"
                        .formatted(school.code(), school.name(), dollars(school.amount()), dollars(part.cents())));
            }
            if (!part.why().equals(school.why())) {
                differences.add("%s %s: the bundle says %s, the rules give %s"
                        .formatted(school.code(), school.name(), school.why(), part.why()));
            }
        }
        addRevised(bundle, differences);
        BigInteger total = parts.values().stream().map(Part::cents).reduce(BigInteger.ZERO, BigInteger::add);
        if (!total.equals(bundle.total())) {
            differences.add("all schools together: the bundle says %s, the rules give %s"
                    .formatted(dollars(bundle.total()), dollars(total)));
        }
        if (!bundle.digest().equals(bundle.counted())) {
            differences.add(
                    "digest: the bundle says %s, its contents give %s: something in it was changed since it was made"
                            .formatted(bundle.digest(), bundle.counted()));
        }
        long receiving = parts.values().stream()
                .filter(part -> part.cents().signum() > 0)
                .count();
        return new Verdict(
                List.copyOf(differences),
                List.of(
                        bundle.title()
                                + (bundle.illustrative()
                                        ? " (illustrative: it proves nothing about any real school)"
                                        : ""),
                        "%,d schools recounted, %,d receive %s together; revisions since: %,d"
                                .formatted(
                                        parts.size(),
                                        receiving,
                                        dollars(total),
                                        bundle.revisions().size()),
                        "digest " + bundle.counted()));
    }

    /** What each school has now is what was published, and every revision since; nobody ever has less than nothing. */
    private static void addRevised(Bundle bundle, List<String> differences) {
        SortedMap<String, BigInteger> now = new TreeMap<>();
        bundle.schools().forEach(school -> now.put(school.code(), school.amount()));
        now.put(RESERVE, bundle.rules().pool().subtract(bundle.total()));
        for (Revision revision : bundle.revisions()) {
            String from = revision.from().orElse(RESERVE);
            String to = revision.to().orElse(RESERVE);
            if (now.containsKey(from) && now.containsKey(to)) {
                now.merge(from, revision.amount(), BigInteger::subtract);
                now.merge(to, revision.amount(), BigInteger::add);
            }
            if (revision.amount().signum() <= 0
                    || now.getOrDefault(from, BigInteger.valueOf(-1)).signum() < 0
                    || !now.containsKey(to)) {
                differences.add(
                        "a revision of %s from %s to %s cannot be".formatted(dollars(revision.amount()), from, to));
            }
        }
        for (School school : bundle.schools()) {
            BigInteger counted = now.getOrDefault(school.code(), BigInteger.ZERO);
            if (!school.amountNow().equals(counted)) {
                differences.add("%s %s: the bundle says it has %s now, the revisions give %s"
                        .formatted(school.code(), school.name(), dollars(school.amountNow()), dollars(counted)));
            }
        }
    }

    private static String dollars(BigInteger cents) {
        return String.format(Locale.ROOT, "$%,.2f", new BigDecimal(cents, 2));
    }
}
