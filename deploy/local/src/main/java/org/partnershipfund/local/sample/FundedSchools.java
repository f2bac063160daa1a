package org.partnershipfund.local.sample;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.sample.Table.Row;

/**
 * The 60 schools of the greatest need with what they are allocated, as allocation-service computes it.
 *
 * <p>Source: docs/policy/allocation.md §2, §4.
 */
final class FundedSchools {

    private static final Money POOL = Money.ofDollars("5700000.00");
    private static final int FUNDED = 60;

    private static final List<String> FACTS = List.of(
            "school_code",
            "name",
            "grades",
            "enrolment",
            "economically_disadvantaged",
            "responsibility_centre",
            "bps_location_code");

    private FundedSchools() {}

    /**
     * The file of the schools: the facts as they stand there, and their need in two measures.
     *
     * @param need by school code
     */
    static Table measured(Table schools, Map<String, String> need) {
        List<List<String>> rows = schools.all().stream()
                .map(row -> Stream.concat(
                                FACTS.stream().map(row::text),
                                Stream.of(
                                        disadvantagedShare(row),
                                        Objects.requireNonNull(need.get(row.text("school_code")))))
                        .toList())
                .toList();
        return new Table(
                Stream.concat(FACTS.stream(), Stream.of("disadvantaged_share", "index"))
                        .toList(),
                rows);
    }

    private static String disadvantagedShare(Row school) {
        return new BigDecimal(school.text("economically_disadvantaged"))
                .divide(new BigDecimal(school.text("enrolment")), 6, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** By need, greatest first. */
    static List<School> of(Table schools) {
        List<Row> funded = schools.all().stream()
                .sorted(comparing((Row school) -> new BigDecimal(school.text("index")), reverseOrder())
                        .thenComparing(school -> school.number("enrolment"), reverseOrder())
                        .thenComparing(school -> school.text("school_code")))
                .limit(FUNDED)
                .toList();
        List<Money> amounts = Shares.of(
                POOL,
                funded.stream().map(school -> (long) school.number("enrolment")).toList(),
                funded.stream().map(school -> school.text("school_code")).toList());
        return IntStream.range(0, funded.size())
                .mapToObj(place -> school(funded.get(place), amounts.get(place)))
                .toList();
    }

    private static School school(Row row, Money allocation) {
        return new School(
                row.text("school_code"),
                row.text("name"),
                row.list("grades").stream().map(FundedSchools::grade).toList(),
                row.number("enrolment"),
                allocation);
    }

    private static String grade(String written) {
        return written.startsWith("0") ? written.substring(1) : written;
    }
}
