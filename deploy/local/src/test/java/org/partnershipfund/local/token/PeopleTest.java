package org.partnershipfund.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.place.SettingException;

/** One list of people, from which both kinds of identity are made. */
class PeopleTest {

    private static final String HEADER = "username,subject,name,roles,works_for\n";

    @TempDir
    private Path folder;

    @Test
    void without_a_file_there_is_one_person_per_role_and_three_systems() {
        var people = People.read(folder.resolve("people.csv"));

        assertThat(people.humans().map(Person::username)).containsExactlyElementsOf(People.ROLES);
        assertThat(people.systems().map(Person::username)).containsExactlyElementsOf(People.SYSTEMS);
        assertThat(people.named("deputy-cfo"))
                .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("Invented Deputy Cfo"));
    }

    @Test
    void a_person_of_the_file_has_the_subject_and_the_roles_that_stand_there() throws IOException {
        var people = People.read(
                file(
                        HEADER
                                + "ada.hill,7d0f6f52-1df1-4a3f-8f83-6a8d7d6f2a10,\"Hill, Ada\",school-leader;council-member,00350231\n"));

        assertThat(people.named("ada.hill"))
                .contains(new Person(
                        "ada.hill",
                        "7d0f6f52-1df1-4a3f-8f83-6a8d7d6f2a10",
                        "Hill, Ada",
                        List.of("school-leader", "council-member"),
                        "00350231"));
        assertThat(people.named("budget-office")).isPresent();
    }

    @Test
    void the_file_may_name_the_person_of_a_role() throws IOException {
        var subject = People.subjectOf(List.of("mayor"));

        var people = People.read(file(HEADER + "mayor," + subject + ",Ada Hill,mayor,city\n"));

        assertThat(people.named("mayor")).map(Person::name).contains("Ada Hill");
        assertThat(people.humans()).hasSize(People.ROLES.size());
    }

    @Test
    void a_username_that_is_taken_and_a_role_that_no_person_has_are_one_line() throws IOException {
        var twice = file(HEADER + "mayor,7d0f6f52-1df1-4a3f-8f83-6a8d7d6f2a10,A Mayor,mayor,city\n");
        assertThatThrownBy(() -> People.read(twice))
                .isInstanceOf(SettingException.class)
                .hasMessage(twice + ", line 2: the username \"mayor\" belongs to the subject "
                        + People.subjectOf(List.of("mayor")));

        var machine = file(HEADER + "robot,7d0f6f52-1df1-4a3f-8f83-6a8d7d6f2a10,A Robot,system,city\n");
        assertThatThrownBy(() -> People.read(machine))
                .isInstanceOf(SettingException.class)
                .hasMessage(machine + ", line 2: there is no role \"system\" for a person");
    }

    @Test
    void the_same_words_are_the_same_subject() {
        assertThat(People.subjectOf(List.of("cfo")))
                .isEqualTo(People.subjectOf(List.of("cfo")))
                .isNotEqualTo(People.subjectOf(List.of("mayor")));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), content);
    }
}
