package org.partnershipfund.local.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.sample.Council.Seat;

/**
 * Measures the need of the real schools from made-up pupils, and makes up people, partners, councils and choices around
 * them: the same ones for the same seed.
 */
public final class Generator {

    /** The seed of the files that are checked in. */
    public static final int SEED = 2019;

    /** The council whose members all sign in and vote in person. */
    public static final String IN_PERSON = "00350231";

    /** The circular gives the number of parents in two ways; councils follow the one or the other. */
    private static final String PARENTS_AS_STAFF = "equal-to-staff-reps";

    private static final String PARENTS_AS_STAFF_AND_PRINCIPAL = "equal-to-staff-reps-and-principal";

    /** One council in so many has the larger number of parents. */
    private static final int ONE_IN = 3;

    private static final int NETWORKS = 8;
    /** User name by office; the office's own name stands for its role and is not a person of the district. */
    private static final List<String> OFFICES = List.of(
            "partnerships-team-1",
            "partnerships-team-2",
            "budget-office-1",
            "budget-office-2",
            "procurement-officer-1",
            "procurement-officer-2",
            "district-superintendent-1",
            "cfo-1",
            "deputy-cfo-1",
            "mayor-1",
            "city-auditor-1",
            "operator-1",
            "records-auditor-1");

    private final int seed;
    private final Table schools;
    private final List<School> funded;

    Generator(int seed, Table schools) {
        this.seed = seed;
        this.schools = schools;
        this.funded = FundedSchools.of(schools);
    }

    /** That of the files that are checked in: around the facts of the schools, whatever index stands beside them. */
    static Generator of(Path sample) {
        var students = Table.of(Students.of(sample).csv().lines().toList());
        return new Generator(
                SEED,
                FundedSchools.measured(Table.read(sample.resolve(Sample.SCHOOLS)), MeasuredNeed.of(sample, students)));
    }

    /** Every file by its name. */
    Map<String, Table> files() {
        var random = new Random(seed);
        var names = new Names(random);
        List<Program> programs = Menu.programs(random);
        var parities = new Random(seed);
        List<Council> councils = funded.stream()
                .map(school -> council(school, parity(parities), names))
                .toList();
        Map<String, Table> files = new LinkedHashMap<>();
        files.put(Sample.SCHOOLS, schools);
        files.put(Sample.PEOPLE, people(councils, programs, names));
        files.put(Sample.COUNCILS, councils(councils));
        files.put(Sample.NETWORKS, networks());
        files.put(Sample.PARTNERS, partners(programs));
        files.put(Sample.PRIOR_YEAR, PriorYear.table(schools, programs, random));
        files.put(Sample.SELECTIONS, selections(Plan.of(funded, programs, random)));
        var catalogue = new Catalogue(seed, schools, programs);
        files.put(Sample.CATALOGUE_PROGRAMS, catalogue.programs());
        files.put(Sample.PARTNERSHIPS, catalogue.partnerships());
        return files;
    }

    private static String parity(Random parities) {
        return parities.nextInt(ONE_IN) == 0 ? PARENTS_AS_STAFF_AND_PRINCIPAL : PARENTS_AS_STAFF;
    }

    private static Council council(School school, String parity, Names names) {
        int staffSize = Math.max(9, school.pupils() / 10);
        int staff = staffSize <= 30 ? 4 : staffSize <= 60 ? 5 : 6;
        List<Seat> seats = new ArrayList<>();
        seats.add(seat(school, "principal", "principal", "principal-" + school.code(), false, names));
        IntStream.rangeClosed(1, staff).forEach(number -> seats.add(member(school, "teacher", number, names)));
        int parents = parity.equals(PARENTS_AS_STAFF) ? staff : staff + 1;
        IntStream.rangeClosed(1, parents).forEach(number -> seats.add(parent(school, number, names)));
        if (school.isHighSchool()) {
            IntStream.rangeClosed(1, 2).forEach(number -> seats.add(member(school, "student", number, names)));
        }
        return new Council(school.code(), staffSize, parity, school.isHighSchool(), seats);
    }

    private static Seat parent(School school, int number, Names names) {
        return number == 1
                ? seat(school, "parent-1", "parent", "cochair-" + school.code(), true, names)
                : member(school, "parent", number, names);
    }

    private static Seat member(School school, String group, int number, Names names) {
        String key = group + "-" + number;
        String login = school.code().equals(IN_PERSON) ? key + "-" + school.code() : "";
        return seat(school, key, group, login, false, names);
    }

    private static Seat seat(School school, String key, String group, String login, boolean coChair, Names names) {
        String subject = Person.subjectOf(login.isEmpty() ? "seat-%s-%s".formatted(school.code(), key) : login);
        return new Seat(key, group, login, subject, names.next(), coChair);
    }

    private Table people(List<Council> councils, List<Program> programs, Names names) {
        var people = new Table.Writer("username", "subject", "name", "roles", "works_for");
        for (String office : OFFICES) {
            String role = office.replaceFirst("-[12]$", "");
            people.row(office, Person.subjectOf(office), names.next(), role, role);
        }
        IntStream.rangeClosed(1, NETWORKS)
                .forEach(number -> people.row(
                        "superintendent-" + number,
                        Person.subjectOf("superintendent-" + number),
                        names.next(),
                        "instructional-superintendent",
                        network(number)));
        for (Council council : councils) {
            for (Seat seat : council.seats()) {
                if (!seat.username().isEmpty()) {
                    String roles = seat.group().equals("principal") ? "school-leader;council-member" : "council-member";
                    people.row(seat.username(), seat.subject(), seat.name(), roles, council.schoolCode());
                }
            }
        }
        programs.forEach(program -> people.row(
                program.member(), Person.subjectOf(program.member()), names.next(), "partner", program.partner()));
        return people.table();
    }

    private static Table councils(List<Council> councils) {
        var table = new Table.Writer(
                "school_code",
                "staff_size",
                "parent_parity",
                "high_school",
                "seat",
                "member_group",
                "username",
                "subject",
                "name",
                "co_chair");
        councils.forEach(council -> council.seats()
                .forEach(seat -> table.row(
                        council.schoolCode(),
                        council.staffSize(),
                        council.parentParity(),
                        council.highSchool(),
                        seat.key(),
                        seat.group(),
                        seat.username(),
                        seat.subject(),
                        seat.name(),
                        seat.coChair())));
        return table.table();
    }

    private Table networks() {
        var table = new Table.Writer("network", "supervisor", "school_code");
        List<String> codes = funded.stream().map(School::code).sorted().toList();
        IntStream.range(0, codes.size()).forEach(place -> {
            int number = place * NETWORKS / codes.size() + 1;
            table.row(network(number), "superintendent-" + number, codes.get(place));
        });
        return table.table();
    }

    private static String network(int number) {
        return "network-" + number;
    }

    private static Table partners(List<Program> programs) {
        var table = new Table.Writer(
                "partner",
                "partner_name",
                "kind",
                "program_name",
                "service_area",
                "description",
                "grades",
                "capacity",
                "years_of_delivery",
                "price_code",
                "price_description",
                "unit",
                "price",
                "vetting");
        programs.forEach(program -> table.row(
                program.partner(),
                program.partnerName(),
                program.kind(),
                program.name(),
                program.serviceArea(),
                program.description(),
                String.join(";", program.grades()),
                program.capacity(),
                program.yearsOfDelivery(),
                program.priceCode(),
                program.priceDescription(),
                program.unit(),
                program.price().dollars(),
                program.vetting()));
        return table.table();
    }

    private static Table selections(List<Choice> plan) {
        var table = new Table.Writer(
                "school_code", "partner", "price_code", "quantity", "agreed_amount", "pupils", "amount");
        plan.forEach(choice -> table.row(
                choice.schoolCode(),
                choice.partner(),
                choice.priceCode(),
                choice.quantity(),
                choice.agreed().map(Money::dollars).orElse(""),
                choice.pupils(),
                choice.amount().dollars()));
        return table.table();
    }
}
