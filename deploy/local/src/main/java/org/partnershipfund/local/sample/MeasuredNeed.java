package org.partnershipfund.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The Opportunity Index of the sample's schools, counted from its pupils, its tracts and its model.
 *
 * <p>It shares no code with allocation-service, and the demo compares the two school by school. It knows only what the
 * sample's model asks for: percentile ranks, and missing values that are left out.
 *
 * <p>Source: docs/policy/opportunity-index.md §3 to §5.
 */
final class MeasuredNeed {

    private static final long WHOLE = 1_000_000_000;
    private static final long MIDDLE = WHOLE / 2;
    private static final long LOWEST = WHOLE / 100;
    private static final long HIGHEST = WHOLE - LOWEST;

    private final JsonNode model;

    private MeasuredNeed(JsonNode model) {
        this.model = model;
        if (!model.path("missing").asText().equals("leave-out")) {
            throw new IllegalArgumentException("a missing value is only ever left out here");
        }
    }

    /**
     * What every school's index is.
     *
     * @param sample the folder with tracts and model
     * @param students as {@link Students#write} writes them
     * @return by school code, with two decimals
     */
    static SortedMap<String, String> of(Path sample, Table students) {
        try {
            var model = new ObjectMapper().readTree(sample.resolve(Sample.MODEL).toFile());
            return new MeasuredNeed(model).measure(Table.read(sample.resolve(Sample.TRACTS)), students);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample district", e);
        }
    }

    private SortedMap<String, String> measure(Table tracts, Table students) {
        long[] ofTract = component("neighborhood", tracts);
        int geoid = tracts.columns().indexOf("tract_geoid");
        Map<String, Long> neighborhoods = new HashMap<>();
        IntStream.range(0, ofTract.length)
                .forEach(place -> neighborhoods.put(tracts.rows().get(place).get(geoid), ofTract[place]));
        long[] individual = component("individual", students);
        long[] performance = component("performance", students);
        int school = students.columns().indexOf("school_code");
        int home = students.columns().indexOf("tract_geoid");
        Map<String, List<Long>> indexes = new TreeMap<>();
        for (int place = 0; place < individual.length; place++) {
            List<String> pupil = students.rows().get(place);
            long neighborhood = neighborhoods.getOrDefault(pupil.get(home), MIDDLE);
            long weighted = neighborhood * weight("neighborhood")
                    + individual[place] * weight("individual")
                    + performance[place] * weight("performance");
            indexes.computeIfAbsent(pupil.get(school), _ -> new ArrayList<>())
                    .add(Math.clamp(halfUp(weighted, millionths("1")), LOWEST, HIGHEST));
        }
        SortedMap<String, String> means = new TreeMap<>();
        indexes.forEach((code, pupils) -> means.put(code, mean(pupils)));
        return means;
    }

    private long weight(String component) {
        return millionths(model.path("weights").path(component).asText());
    }

    /** One component's score of every row, in billionths. */
    private long[] component(String name, Table table) {
        long[] sums = new long[table.rows().size()];
        long[] weights = new long[table.rows().size()];
        for (JsonNode factor : model.path("factors")) {
            if (factor.path("component").asText().equals(name)) {
                long weight = millionths(factor.path("weight").asText());
                int column = table.columns().indexOf(factor.path("key").asText());
                List<String> values =
                        table.rows().stream().map(row -> row.get(column)).toList();
                Map<String, Long> scores = scores(factor, values);
                for (int place = 0; place < sums.length; place++) {
                    Long score = scores.get(values.get(place));
                    if (score != null) {
                        sums[place] += score * weight;
                        weights[place] += weight;
                    }
                }
            }
        }
        return IntStream.range(0, sums.length)
                .mapToLong(place -> weights[place] == 0 ? MIDDLE : halfUp(sums[place], weights[place]))
                .toArray();
    }

    /** The percentile rank of every value that is not missing: who has less, and half of those who have the same. */
    private static Map<String, Long> scores(JsonNode factor, List<String> values) {
        if (!factor.path("normalisation").asText().equals("percentile-rank")) {
            throw new IllegalArgumentException("only percentile ranks are counted here, not " + factor);
        }
        boolean lessIsNeed = factor.path("direction").asText().equals("less-is-need");
        SortedMap<BigDecimal, Map<String, Integer>> counts = new TreeMap<>();
        for (String value : values) {
            if (!value.isEmpty()) {
                var number = new BigDecimal(value);
                requirePossible(factor, number);
                int _ = counts.computeIfAbsent(number, _ -> new HashMap<>()).merge(value, 1, Integer::sum);
            }
        }
        long peers = counts.values().stream().mapToLong(MeasuredNeed::count).sum();
        Map<String, Long> scores = new HashMap<>();
        long below = 0;
        for (Map<String, Integer> same : counts.values()) {
            long equal = count(same);
            long rank = halfUp((2 * below + equal) * WHOLE, 2 * peers);
            same.keySet().forEach(value -> scores.put(value, lessIsNeed ? WHOLE - rank : rank));
            below += equal;
        }
        return scores;
    }

    private static void requirePossible(JsonNode factor, BigDecimal value) {
        if (isBeyond(factor.path("lowest"), value, -1) || isBeyond(factor.path("highest"), value, 1)) {
            throw new IllegalArgumentException("%s cannot be a value of %s".formatted(value, factor));
        }
    }

    private static boolean isBeyond(JsonNode bound, BigDecimal value, int side) {
        return bound.isTextual() && Integer.signum(value.compareTo(new BigDecimal(bound.asText()))) == side;
    }

    private static long count(Map<String, Integer> same) {
        return same.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String mean(List<Long> pupils) {
        return BigDecimal.valueOf(pupils.stream().mapToLong(Long::longValue).sum(), 9)
                .divide(BigDecimal.valueOf(pupils.size()), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static long millionths(String decimal) {
        return new BigDecimal(decimal).movePointRight(6).longValueExact();
    }

    private static long halfUp(long of, long by) {
        return (2 * of + by) / (2 * by);
    }
}
