package org.partnershipfund.allocation.school;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.partnershipfund.kernel.SchoolCode;

/**
 * One line of a file that lists schools with their pupils.
 *
 * @param line as an editor counts it
 */
public record RollLine(long line, School school, Enrollment enrollment) {

    /**
     * A line that contradicts another line, or a school that the file leaves as it is.
     *
     * @param column whose value is taken
     * @param reason by whom
     */
    public record Fault(long line, String column, String value, String reason) {}

    /**
     * What only the whole file shows: codes that must be unique and are given twice.
     *
     * @param roll the schools as they are before the import
     */
    public static List<Fault> faults(List<RollLine> file, Map<SchoolCode, School> roll) {
        Set<SchoolCode> listed = new HashSet<>();
        file.forEach(line -> listed.add(line.school().code()));
        List<School> untouched = roll.values().stream()
                .filter(school -> !listed.contains(school.code()))
                .toList();
        List<Fault> faults = new ArrayList<>();
        faults.addAll(taken("responsibility_centre", file, untouched, school -> Optional.of(school.centre())));
        faults.addAll(taken("bps_location_code", file, untouched, School::location));
        return faults;
    }

    private static <C> List<Fault> taken(
            String column, List<RollLine> file, List<School> untouched, Function<School, Optional<C>> code) {
        Map<C, School> holders = new HashMap<>(untouched.stream()
                .filter(school -> code.apply(school).isPresent())
                .collect(toMap(school -> code.apply(school).orElseThrow(), identity())));
        List<Fault> faults = new ArrayList<>();
        for (RollLine line : file) {
            code.apply(line.school()).ifPresent(value -> {
                School holder = holders.putIfAbsent(value, line.school());
                if (holder != null) {
                    faults.add(new Fault(
                            line.line(),
                            column,
                            value.toString(),
                            "%s (%s) has it; each school needs its own".formatted(holder.code(), holder.name())));
                }
            });
        }
        return faults;
    }
}
