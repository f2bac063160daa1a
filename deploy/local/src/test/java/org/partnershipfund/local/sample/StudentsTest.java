package org.partnershipfund.local.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.local.Suite;

/** Nobody of the pupils exists, and yet they are as many as the real schools have. */
class StudentsTest {

    private static final Path FOLDER = Suite.checkout().resolve("deploy").resolve("sample");

    @Test
    void every_school_has_its_real_number_of_pupils_and_of_disadvantaged_ones() throws IOException {
        List<String[]> pupils = pupils(Generator.SEED, 1);
        Map<String, Long> bySchool = pupils.stream().collect(groupingBy(pupil -> pupil[1], counting()));
        Map<String, Long> poor = pupils.stream()
                .filter(pupil -> pupil[3].equals("1"))
                .collect(groupingBy(pupil -> pupil[1], counting()));

        assertThat(pupils).hasSize(53_263);
        assertThat(Table.read(FOLDER.resolve(Sample.SCHOOLS)).all())
                .hasSize(118)
                .allSatisfy(school -> {
                    assertThat(bySchool).containsEntry(school.text("school_code"), (long) school.number("enrolment"));
                    assertThat(poor).containsEntry(school.text("school_code"), (long)
                            school.number("economically_disadvantaged"));
                });
    }

    @Test
    void every_pupil_has_a_key_of_its_own_that_says_nothing_and_a_home_in_a_real_tract_or_none() throws IOException {
        List<String[]> pupils = pupils(Generator.SEED, 2);
        Set<String> tracts = Table.read(FOLDER.resolve(Sample.TRACTS)).all().stream()
                .map(row -> row.text("tract_geoid"))
                .collect(Collectors.toCollection(HashSet::new));
        tracts.add("");

        assertThat(new HashSet<>(pupils.stream().map(pupil -> pupil[0]).toList()))
                .hasSize(2 * 53_263);
        assertThat(pupils).allSatisfy(pupil -> {
            assertThat(pupil).hasSize(Students.HEADER.split(",").length);
            assertThat(pupil[0]).matches("g-[0-9a-f]{16}");
            assertThat(tracts).contains(pupil[2]);
        });
    }

    @Test
    void the_same_seed_makes_up_the_same_pupils_and_another_seed_others() throws IOException {
        assertThat(text(Generator.SEED, 1)).isEqualTo(text(Generator.SEED, 1)).isNotEqualTo(text(2020, 1));
    }

    @Test
    void the_readme_says_that_pupils_are_made_up_and_where_the_tracts_come_from() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains(
                        Sample.TRACTS,
                        Sample.MODEL,
                        "Boston Area Research Initiative",
                        "No pupil of the sample exists");
    }

    private static List<String[]> pupils(int seed, int copies) throws IOException {
        return text(seed, copies)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static String text(int seed, int copies) throws IOException {
        var text = new StringBuilder();
        new Students(seed, Table.read(FOLDER.resolve(Sample.SCHOOLS)), Table.read(FOLDER.resolve(Sample.TRACTS)))
                .write(copies, text);
        return text.toString();
    }
}
