package org.partnershipfund.local.sample;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.Suite;

/** The files of {@code deploy/sample} are what the generator writes, and they tell the year that the demo plays. */
class TheSampleDistrictTest {

    private static final Path FOLDER = Suite.checkout().resolve("deploy").resolve("sample");
    private static final Sample SAMPLE = new Sample(FOLDER);

    @Test
    void the_checked_in_files_are_what_the_generator_writes() {
        Generator.of(FOLDER).files().forEach((name, table) -> check(FOLDER.resolve(name), table.csv()));
    }

    @Test
    void the_readme_says_what_is_invented_and_by_which_seed() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains("seed " + Generator.SEED)
                .contains("people and partners are invented")
                .contains(Sample.PEOPLE, Sample.COUNCILS, Sample.NETWORKS, Sample.PARTNERS)
                .contains(Sample.PRIOR_YEAR, Sample.SELECTIONS)
                .contains(Sample.PLACES, Sample.CATALOGUE_PROGRAMS, Sample.PARTNERSHIPS);
    }

    @Test
    void every_school_has_partnerships_and_all_together_have_twenty_eight_on_average() {
        List<Table.Row> rows = Table.read(FOLDER.resolve(Sample.PARTNERSHIPS)).all();
        Map<String, Long> perSchool =
                rows.stream().collect(groupingBy(row -> row.text("school_code"), Collectors.counting()));

        assertThat(rows).hasSize(118 * Catalogue.PER_SCHOOL);
        assertThat(perSchool).hasSize(118);
        assertThat(perSchool.values()).allSatisfy(number -> assertThat(number).isBetween(12L, 44L));
        assertThat(rows.stream()
                        .map(row -> row.text("school_code") + row.text("partner_name") + row.text("program_name"))
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(Table.read(FOLDER.resolve(Sample.PLACES)).all().stream()
                        .map(row -> row.text("school_code"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(perSchool.keySet());
    }

    @Test
    void the_pool_is_split_to_the_cent_over_sixty_schools() {
        assertThat(SAMPLE.funded()).hasSize(60);
        assertThat(sum(SAMPLE.funded().stream().map(School::allocation).toList()))
                .isEqualTo(Money.ofDollars("5700000.00"));
    }

    @Test
    void everybody_has_a_name_a_login_and_a_subject_of_their_own() {
        List<Person> people = SAMPLE.people();

        assertThat(people).extracting(Person::username).doesNotHaveDuplicates();
        assertThat(people).extracting(Person::subject).doesNotHaveDuplicates();
        assertThat(people).extracting(Person::name).doesNotHaveDuplicates();
        assertThat(people)
                .allSatisfy(person -> assertThat(person.subject()).isEqualTo(Person.subjectOf(person.username())));
    }

    @Test
    void every_funded_school_has_a_principal_a_co_chair_a_council_and_a_superintendent() {
        Map<String, Person> people = SAMPLE.people().stream().collect(toMap(Person::username, Function.identity()));
        var supervised =
                SAMPLE.networks().values().stream().flatMap(List::stream).toList();

        assertThat(SAMPLE.networks()).hasSize(8);
        assertThat(supervised).doesNotHaveDuplicates();
        assertThat(SAMPLE.funded()).allSatisfy(school -> {
            assertThat(people).containsKeys("principal-" + school.code(), "cochair-" + school.code());
            assertThat(supervised).contains(school.code());
        });
        assertThat(SAMPLE.councils()).hasSize(60).allSatisfy(council -> {
            assertThat(council.seats()).hasSizeBetween(9, 16);
            assertThat(council.seats()).filteredOn(Council.Seat::coChair).hasSize(1);
        });
    }

    @Test
    void parents_are_as_many_as_their_council_s_parity_says_and_students_sit_in_high_schools_only() {
        assertThat(SAMPLE.councils()).allSatisfy(council -> {
            Map<String, List<Council.Seat>> groups = council.seats().stream().collect(groupingBy(Council.Seat::group));
            int staff = council.staffSize() <= 30 ? 4 : council.staffSize() <= 60 ? 5 : 6;
            assertThat(groups.get("principal")).hasSize(1);
            assertThat(groups.get("teacher")).hasSize(staff);
            assertThat(groups.get("parent"))
                    .hasSize(council.parentParity().equals("equal-to-staff-reps-and-principal") ? staff + 1 : staff);
            assertThat(groups.getOrDefault("student", List.of())).hasSize(council.highSchool() ? 2 : 0);
        });
    }

    @Test
    void both_readings_of_the_circular_about_parents_are_in_use() {
        Map<String, Long> parities =
                SAMPLE.councils().stream().collect(groupingBy(Council::parentParity, Collectors.counting()));

        assertThat(parities).containsOnlyKeys("equal-to-staff-reps", "equal-to-staff-reps-and-principal");
        assertThat(parities.values())
                .allSatisfy(councils -> assertThat(councils).isBetween(15L, 45L));
    }

    @Test
    void last_year_is_fourteen_partners_seventy_schools_and_six_million_seven() {
        List<Table.Row> rows = Table.read(FOLDER.resolve(Sample.PRIOR_YEAR)).all();

        assertThat(new HashSet<>(
                        rows.stream().map(row -> row.text("school_code")).toList()))
                .hasSize(70);
        assertThat(new HashSet<>(rows.stream().map(row -> row.text("partner")).toList()))
                .hasSize(14);
        assertThat(rows.stream()
                        .map(row -> row.text("school_code") + row.text("partner"))
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(sum(rows.stream()
                        .map(row -> Money.ofDollars(row.text("amount")))
                        .toList()))
                .isEqualTo(Money.ofDollars("6700000.00"));
    }

    @Test
    void every_school_spends_its_allocation_and_not_a_cent_more() {
        Map<String, List<Choice>> plan = SAMPLE.selections();

        assertThat(SAMPLE.funded()).allSatisfy(school -> {
            Money spent = sum(plan.getOrDefault(school.code(), List.of()).stream()
                    .map(Choice::amount)
                    .toList());
            assertThat(spent).isLessThanOrEqualTo(school.allocation());
            assertThat(school.allocation().minus(spent)).isLessThan(Money.ofDollars("100.00"));
        });
    }

    @Test
    void every_choice_keeps_to_the_price_sheet() {
        Map<String, Program> programs = programs();

        assertThat(SAMPLE.selections().values().stream().flatMap(List::stream).toList())
                .allSatisfy(choice -> {
                    Program program = requireNonNull(programs.get(choice.partner()));
                    assertThat(choice.priceCode()).isEqualTo(program.priceCode());
                    assertThat(choice.agreed().isPresent()).isEqualTo(program.isAgreed());
                    if (program.isAgreed()) {
                        assertThat(choice.amount()).isLessThanOrEqualTo(program.price());
                    } else {
                        assertThat(choice.amount().cents())
                                .isEqualTo(program.price().cents() * choice.quantity());
                    }
                });
    }

    @Test
    void two_programs_stay_below_the_first_threshold_one_between_the_two_and_the_others_above() {
        Map<String, Money> totals = SAMPLE.selections().values().stream()
                .flatMap(List::stream)
                .collect(groupingBy(Choice::partner, reducing(Money.ZERO, Choice::amount, Money::plus)));

        assertThat(totals.values()).filteredOn(below("10000.00")).hasSize(2);
        assertThat(totals)
                .containsEntry("riverway", Money.ofDollars("6082.57"))
                .containsEntry("beacon", Money.ofDollars("9228.73"))
                .containsEntry("openhand", Money.ofDollars("18876.95"));
        assertThat(totals.values()).filteredOn(below("50000.01")).hasSize(3);
        assertThat(totals).hasSizeGreaterThan(15);
    }

    @Test
    void the_partners_reach_all_six_service_areas_and_one_is_refused() {
        List<Program> programs = SAMPLE.programs();

        assertThat(programs).hasSizeGreaterThanOrEqualTo(30);
        assertThat(programs).extracting(Program::partner).doesNotHaveDuplicates();
        assertThat(programs.stream().map(Program::serviceArea).distinct()).hasSize(6);
        assertThat(programs)
                .filteredOn(program -> program.vetting().equals("refused"))
                .hasSize(1);
    }

    private static Predicate<Money> below(String dollars) {
        return amount -> Money.ofDollars(dollars).exceeds(amount);
    }

    private static Map<String, Program> programs() {
        return SAMPLE.programs().stream().collect(toMap(Program::partner, Function.identity()));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static void check(Path file, String produced) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(file, produced);
            }
            assertThat(file).as("run with -Dgolden.update=true to write it").exists();
            assertThat(produced)
                    .as("%s differs; -Dgolden.update=true writes it anew", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
