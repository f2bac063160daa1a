package org.partnershipfund.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file of the sample's schools, cut into the files that the doors take. */
public final class SampleDistrict {

    private final Path file;

    public SampleDistrict(Path file) {
        this.file = file;
    }

    /** What {@code POST /schools/imports} takes. */
    public String schools() {
        return columns(
                "school_code",
                "name",
                "grades",
                "enrolment",
                "economically_disadvantaged",
                "responsibility_centre",
                "bps_location_code");
    }

    /** What {@code POST /index-imports} takes: the share of economically disadvantaged pupils as an index. */
    public String disadvantagedShares() {
        return "school_code,index\n"
                + columns("school_code", "disadvantaged_share")
                        .lines()
                        .skip(1)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Every school's index, as the sample itself counts it from its pupils; by school code. */
    public Map<String, String> needs() {
        return rows("school_code", "index").skip(1).collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    private String columns(String... wanted) {
        return rows(wanted).map(row -> String.join(",", row) + "\n").collect(Collectors.joining());
    }

    private Stream<List<String>> rows(String... wanted) {
        try {
            List<List<String>> rows = Files.readAllLines(file).stream()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            List<Integer> places =
                    Arrays.stream(wanted).map(rows.getFirst()::indexOf).toList();
            return rows.stream().map(row -> places.stream().map(row::get).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample district", e);
        }
    }
}
