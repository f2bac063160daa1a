package org.partnershipfund.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The one file of the sample district, cut into the two files that the doors take. */
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

    /** What {@code POST /index-imports} takes. */
    public String index() {
        return columns("school_code", "index");
    }

    private String columns(String... wanted) {
        try {
            List<List<String>> rows = Files.readAllLines(file).stream()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            List<Integer> places =
                    Arrays.stream(wanted).map(rows.getFirst()::indexOf).toList();
            return rows.stream()
                    .map(row -> places.stream().map(row::get).collect(Collectors.joining(",", "", "\n")))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample district", e);
        }
    }
}
