package org.partnershipfund.allocation.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnershipfund.allocation.fixtures.District.ADAMS;
import static org.partnershipfund.allocation.fixtures.District.BAKER;
import static org.partnershipfund.allocation.fixtures.District.CURIE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.InMemory;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.problem.ProblemException;

/** Policy allocation §1.5: the pupils of a day out of a OneRoster file, and every way such a file can be wrong. */
class OneRosterZipTest {

    private static final LocalDate THE_FIRST = LocalDate.of(2017, 10, 1);

    private final InMemory.SchoolMap schools = new InMemory.SchoolMap();
    private final OneRosterZip door = new OneRosterZip(schools);

    OneRosterZipTest() {
        schools.keep(List.of(ADAMS, BAKER, CURIE), District.IN_NOVEMBER);
    }

    @Test
    void a_school_has_so_many_pupils_as_different_users_are_enrolled_as_students_on_the_day() {
        var roster = read(new Roster());

        assertThat(roster.report().isClean()).isTrue();
        assertThat(roster.counts())
                .isEqualTo(Map.of(
                        ADAMS.code(),
                        Enrollment.of(3),
                        BAKER.code(),
                        Enrollment.of(1),
                        CURIE.code(),
                        Enrollment.of(0)));
        assertThat(roster.report().lines()).isEqualTo(7 + 4 + 1 + 9);
    }

    @Test
    void a_column_that_is_there_twice_is_refused_whatever_its_lines_have() {
        var twice = new Roster()
                .with("orgs.csv", "dateLastModified,name,type", "name,name,type")
                .with("orgs.csv", "o-1,,,Adams,school", "o-1,,Adams,school");

        assertThatThrownBy(() -> read(twice))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.detail()).contains("each column once"));
    }

    @Test
    void the_same_file_has_the_same_digest_and_another_one_another() {
        var again = new Roster().with("orgs.csv", "District", "Boston");

        assertThat(read(new Roster()).report().digest())
                .hasSize(64)
                .isEqualTo(read(new Roster()).report().digest())
                .isNotEqualTo(read(again).report().digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orgs.csv | 00350003 | 00359999 | 5 | orgs.csv identifier | import the schools first
            orgs.csv | 00350003 | 35 | 5 | orgs.csv identifier | eight-digit state code
            orgs.csv | 00350003 | 00350001 | 5 | orgs.csv identifier | another org of the file has it already
            orgs.csv | o-3 | o-1 | 5 | orgs.csv sourcedId | another org of the file has it already
            enrollments.csv | o-2 | o-9 | 10 | enrollments.csv schoolSourcedId | no org of type school
            enrollments.csv | o-2 | o-0 | 10 | enrollments.csv schoolSourcedId | no org of type school
            enrollments.csv | 2017-10-02 | 10/02/2017 | 7 | enrollments.csv beginDate | it must be a date such as
            enrollments.csv | o-2,p-1 | o-2, | 10 | enrollments.csv userSourcedId | it must not be empty
            academicSessions.csv | 2017-09-07 | 2017-10-02 | 1 | academicSessions.csv startDate | no school year of the file has the day
            """)
    void a_faulty_line_is_told_with_file_line_column_and_remedy(
            String file, String text, String instead, long line, String column, String reason) {
        var report = read(new Roster().with(file, text, instead)).report();

        assertThat(report.faultCount()).isEqualTo(1);
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void a_file_without_a_school_is_told() {
        var roster = new Roster()
                .with("orgs.csv", ",school,", ",department,")
                .with("enrollments.csv", ",student,", ",guardian,");

        assertThat(read(roster).report().faults())
                .extracting(CsvFault::reason)
                .containsExactly("the file has no org of type school");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            manifest.csv | oneroster.version,1.2 | oneroster.version,1.1 | oneroster.version "1.1", and this door reads 1.2
            manifest.csv | file.orgs,bulk | file.orgs,delta | file.orgs is "delta", and this door needs "bulk"
            manifest.csv | file.enrollments,bulk | file.users,bulk | file.enrollments is "absent"
            manifest.csv | propertyName | property | in manifest.csv the columns propertyName,value
            orgs.csv | identifier | code | in orgs.csv the columns sourcedId,status,type,identifier
            """)
    void a_file_of_another_kind_is_refused_with_what_this_door_reads(
            String file, String text, String instead, String reason) {
        assertThatThrownBy(() -> read(new Roster().with(file, text, instead)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> read(new Roster().without("academicSessions.csv")))
                .hasMessageContaining("academicSessions.csv is missing");
    }

    @Test
    void what_is_no_zip_or_was_cut_off_is_refused() {
        byte[] whole = new Roster().zip();

        assertThatThrownBy(() -> read("school_code,index\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no zip file, or it was cut off");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
                .hasMessageContaining("no zip file, or it was cut off");
        assertThatThrownBy(() -> door.read(
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the connection was cut");
                            }

                            @Override
                            public int read(byte[] buffer, int offset, int length) throws IOException {
                                return read();
                            }
                        },
                        THE_FIRST))
                .hasMessageContaining("it broke off");
    }

    @Test
    void a_zip_whose_bytes_were_damaged_on_the_way_is_refused() {
        byte[] stored = new Roster().stored();
        String text = new String(stored, StandardCharsets.ISO_8859_1);
        stored[text.indexOf("o-2,p-1,student") + 2] = '1';

        assertThatThrownBy(() -> read(stored)).hasMessageContaining("the bytes of enrollments.csv are damaged");
    }

    @Test
    void a_zip_that_unpacks_to_more_than_is_read_is_refused_before_it_fills_the_memory() {
        var bomb = new Roster().file("orgs.csv", "a".repeat(8 << 20));

        assertThat(bomb.zip().length).isLessThan(20_000);
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("larger than");
    }

    private OneRosterZip.Roster read(Roster roster) {
        return read(roster.zip());
    }

    private OneRosterZip.Roster read(byte[] zip) {
        return door.read(new ByteArrayInputStream(zip), THE_FIRST);
    }
}
