package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.partnershipfund.portfolio.cycle.GradeBand;
import org.partnershipfund.portfolio.cycle.Ratio;

/** How ratios by grade band lie in a column: {@code PK-K=1:11;1-8=1:15}. */
final class Ratios {

    private Ratios() {}

    static String joined(Map<GradeBand, Ratio> ratios) {
        return new TreeMap<>(ratios)
                .entrySet().stream()
                        .map(one -> one.getKey().word() + "=" + one.getValue().word())
                        .collect(joining(";"));
    }

    static Map<GradeBand, Ratio> split(String ratios) {
        Map<GradeBand, Ratio> found = new TreeMap<>();
        Arrays.stream(ratios.split(";", -1)).filter(one -> !one.isEmpty()).forEach(one -> {
            int sign = one.indexOf('=');
            var _ = found.put(GradeBand.of(one.substring(0, sign)), Ratio.of(one.substring(sign + 1)));
        });
        return found;
    }
}
