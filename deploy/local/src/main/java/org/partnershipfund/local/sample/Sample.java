package org.partnershipfund.local.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.sample.Council.Seat;
import org.partnershipfund.local.sample.Table.Row;

/** The files of {@code deploy/sample}, read. */
public final class Sample {

    /** The real schools. */
    public static final String SCHOOLS = "boston-schools-fy2019.csv";

    /** The real census tracts. */
    public static final String TRACTS = "boston-tracts-2012-2016.csv";

    /** How need is measured in the demo and the bench; no real district's. */
    public static final String MODEL = "illustrative-index-model.json";

    static final String PEOPLE = "people.csv";
    static final String COUNCILS = "councils.csv";
    static final String NETWORKS = "networks.csv";
    static final String PARTNERS = "partners.csv";
    static final String PRIOR_YEAR = "fy18-partnerships.csv";
    static final String SELECTIONS = "selections.csv";

    static final String PLACES = "boston-school-places.csv";
    static final String CATALOGUE_PROGRAMS = "catalogue-programs.csv";
    static final String PARTNERSHIPS = "partnerships.csv";

    private final Path folder;

    public Sample(Path folder) {
        this.folder = folder;
    }

    /** The schools that the fund reaches, greatest need first. */
    public List<School> funded() {
        return FundedSchools.of(table(SCHOOLS));
    }

    /** Everybody who signs in. */
    public List<Person> people() {
        return table(PEOPLE).all().stream()
                .map(row -> new Person(
                        row.text("username"),
                        row.text("subject"),
                        row.text("name"),
                        row.list("roles"),
                        row.text("works_for")))
                .toList();
    }

    /** One per funded school. */
    public List<Council> councils() {
        return byFirst(COUNCILS, "school_code").values().stream()
                .map(Sample::council)
                .toList();
    }

    /** The codes of the schools that each Instructional Superintendent answers for, by user name. */
    public Map<String, List<String>> networks() {
        return table(NETWORKS).all().stream()
                .collect(groupingBy(
                        row -> row.text("supervisor"),
                        LinkedHashMap::new,
                        mapping(row -> row.text("school_code"), toList())));
    }

    /** Every organisation with its program. */
    public List<Program> programs() {
        return table(PARTNERS).all().stream().map(Sample::program).toList();
    }

    /** What each school chooses, by school code. */
    public Map<String, List<Choice>> selections() {
        return table(SELECTIONS).all().stream()
                .map(Sample::choice)
                .collect(groupingBy(Choice::schoolCode, LinkedHashMap::new, toList()));
    }

    /** What {@code POST /prior-year-funding/imports} takes. */
    public String priorYear() {
        return text(PRIOR_YEAR);
    }

    /** What {@code POST /schools/imports} of portfolio-service takes. */
    public String places() {
        return text(PLACES);
    }

    /** The same before any need was published: its last column is empty. */
    public String placesWithoutNeed() {
        String all = text(PLACES);
        String header = all.lines().findFirst().orElseThrow();
        return all.lines()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf(',') + 1))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    /** What {@code POST /programs/imports} takes. */
    public String cataloguePrograms() {
        return text(CATALOGUE_PROGRAMS);
    }

    /** What {@code POST /partnerships/imports} takes, for school year 2017-18. */
    public String partnerships() {
        return text(PARTNERSHIPS);
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample district", e);
        }
    }

    private static Council council(List<Row> rows) {
        Row first = rows.getFirst();
        return new Council(
                first.text("school_code"),
                first.number("staff_size"),
                first.text("parent_parity"),
                Boolean.parseBoolean(first.text("high_school")),
                rows.stream()
                        .map(row -> new Seat(
                                row.text("seat"),
                                row.text("member_group"),
                                row.text("username"),
                                row.text("subject"),
                                row.text("name"),
                                Boolean.parseBoolean(row.text("co_chair"))))
                        .toList());
    }

    private static Program program(Row row) {
        return new Program(
                row.text("partner"),
                row.text("partner_name"),
                row.text("kind"),
                row.text("program_name"),
                row.text("service_area"),
                row.text("description"),
                row.list("grades"),
                row.number("capacity"),
                row.number("years_of_delivery"),
                row.text("price_code"),
                row.text("price_description"),
                row.text("unit"),
                Money.ofDollars(row.text("price")),
                row.text("vetting"));
    }

    private static Choice choice(Row row) {
        String agreed = row.text("agreed_amount");
        return new Choice(
                row.text("school_code"),
                row.text("partner"),
                row.text("price_code"),
                row.number("quantity"),
                agreed.isEmpty() ? Optional.empty() : Optional.of(Money.ofDollars(agreed)),
                row.number("pupils"),
                Money.ofDollars(row.text("amount")));
    }

    private Map<String, List<Row>> byFirst(String file, String column) {
        return table(file).all().stream().collect(groupingBy(row -> row.text(column), LinkedHashMap::new, toList()));
    }

    private Table table(String file) {
        return Table.read(folder.resolve(file));
    }
}
