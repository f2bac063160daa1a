package org.partnershipfund.allocation.adapter.rest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.Millionths;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.foundation.csv.CsvLine;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.csv.CsvScan;

/** The file of census tracts: {@code tract_geoid} and one column per factor, which the header names. */
final class TractsCsv {

    /** The column that names a tract. */
    static final String GEOID = "tract_geoid";

    /** What a cell of a factor must be. */
    static final String VALUE_REASON =
            "it must be a plain number with at most six decimals, such as 69818 or 0.171828, or empty if it is not known";

    private static final long MOST_BYTES = 10L << 20;
    /** All of Massachusetts has less than a tenth of that; beyond, it is not one district's file. */
    private static final long MOST_LINES = 20_000;

    /** As many as a model measures: 1,200,000 values at most are held at once, some 40 megabytes. */
    private static final int MOST_FACTORS = 60;

    private final List<String> factors = new ArrayList<>();
    private final SortedMap<String, List<@Nullable Long>> values = new TreeMap<>();
    private final Map<String, Long> seen = new HashMap<>();

    private TractsCsv() {}

    /**
     * What a file said.
     *
     * @param values of the good lines, per tract, one per factor
     */
    record Upload(List<String> factors, SortedMap<String, List<@Nullable Long>> values, CsvReport report) {}

    /** Reads the file and reports every fault. */
    static Upload read(InputStream file) {
        var csv = new TractsCsv();
        var report = CsvScan.upTo(MOST_BYTES, MOST_LINES).read(file, csv::layout);
        return new Upload(csv.factors, csv.values, report);
    }

    private CsvScan.Reading layout(List<String> header) {
        List<String> keys = header.stream().filter(name -> !name.equals(GEOID)).toList();
        boolean fits = header.size() == keys.size() + 1
                && !keys.isEmpty()
                && keys.size() <= MOST_FACTORS
                && keys.stream().allMatch(key -> key.matches(Factor.KEY))
                && new HashSet<>(keys).size() == keys.size();
        if (!fits) {
            throw CsvScan.wrongHeader(
                    "tract_geoid and one column per factor, at most %d, in any order, each once, by its key: a lower-case letter, then letters, digits or _"
                            .formatted(MOST_FACTORS),
                    header);
        }
        factors.addAll(keys);
        int geoid = header.indexOf(GEOID);
        int[] places = keys.stream().mapToInt(header::indexOf).toArray();
        return line -> readLine(line, geoid, places);
    }

    private void readLine(CsvLine line, int geoidPlace, int[] places) {
        String geoid = line.cell(geoidPlace);
        if (!TractSet.GEOID.matcher(geoid).matches()) {
            line.fault(GEOID, geoid, "it must be the census tract's eleven digits, such as 25025000100");
        } else {
            Long earlier = seen.putIfAbsent(geoid, line.number());
            if (earlier != null) {
                line.fault(GEOID, geoid, "line %d has it already".formatted(earlier));
            }
        }
        List<@Nullable Long> row = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            String cell = line.cell(places[i]);
            OptionalLong value = Millionths.parse(cell);
            if (!cell.isEmpty() && value.isEmpty()) {
                line.fault(factors.get(i), cell, VALUE_REASON);
            }
            row.add(value.isPresent() ? (Long) value.getAsLong() : null);
        }
        if (line.isClean()) {
            values.put(geoid, row);
        }
    }
}
