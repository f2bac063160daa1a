package org.partnershipfund.foundation.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.problem.Violation;
import org.partnershipfund.kernel.SchoolCode;

/** An upload is read to its end: every faulty line with column, value and reason. */
class CsvImportTest {

    private static final Column<SchoolCode> SCHOOL = Column.schoolCode("school_code");
    private static final Column<String> NAME = Column.text("name", 20);
    private static final Column<Integer> PUPILS = Column.whole("pupils", 0, 5_000);
    private static final Column<BigDecimal> INDEX = Column.decimal("index", "0", "1", 6);

    private static final CsvImport IMPORT =
            CsvImport.of(SCHOOL, NAME, PUPILS, INDEX).keyedBy(SCHOOL);
    private static final String HEADER = "school_code,name,pupils,index\n";

    private record Line(String school, String name, int pupils, BigDecimal index) {}

    @Test
    void good_lines_are_what_they_say() {
        var read = read(HEADER + "00350231,Perkins,238,0.681818\n00350000,\"O'Bryant, \"\"Roxbury\"\"\",0,1\n");

        assertThat(read.rowsOrRefuse())
                .containsExactly(
                        new Line("00350231", "Perkins", 238, new BigDecimal("0.681818")),
                        new Line("00350000", "O'Bryant, \"Roxbury\"", 0, new BigDecimal("1")));
        assertThat(read.report().lines()).isEqualTo(2);
    }

    @Test
    void columns_may_come_in_any_order_with_a_byte_order_mark_blanks_and_windows_line_ends() {
        var read = read("\uFEFFname, index ,school_code,pupils\r\n Perkins ,0.5,00350231,238\r\n\r\n");

        assertThat(read.rowsOrRefuse()).containsExactly(new Line("00350231", "Perkins", 238, new BigDecimal("0.5")));
    }

    @Test
    void every_fault_of_every_line_is_reported_with_line_column_value_and_reason() {
        var read = read(HEADER
                + "00350231,Perkins,238,0.5\n"
                + "350231,,many,1.5\n"
                + "00350231,Again,1,0.5\n"
                + "00350004,Short\n"
                + "00350005,\"two\nlines\",1,0.5\n"
                + "00350006,Negative,-1,0.5\n");

        assertThat(read.report().faults())
                .containsExactly(
                        new CsvFault(
                                3,
                                "school_code",
                                "350231",
                                "it must be the school's eight-digit state code, such as 00350231"),
                        new CsvFault(3, "name", "", "it must not be empty"),
                        new CsvFault(
                                3, "pupils", "many", "it must be a whole number from 0 to 5,000, without grouping"),
                        new CsvFault(
                                3,
                                "index",
                                "1.5",
                                "it must be a number from 0 to 1 with at most 6 decimals, written like 0.5"),
                        new CsvFault(4, "school_code", "00350231", "line 2 has it already"),
                        new CsvFault(5, "", "2 cells", "the header has 4 columns"),
                        new CsvFault(8, "pupils", "-1", "it must be a whole number from 0 to 5,000, without grouping"));
        assertThat(read.report().lines()).isEqualTo(6);
        assertThat(read.report().faultyLines()).isEqualTo(4);
        assertThat(read.report().faultCount()).isEqualTo(7);
        assertThat(read.rows()).hasSize(2);
    }

    @Test
    void a_file_with_a_fault_is_refused_as_a_whole() {
        var read = read(HEADER + "00350231,Perkins,238,0.5\n1,Mather,1,0.5\n");

        assertThatThrownBy(read::rowsOrRefuse).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(StandardProblem.FAULTY_UPLOAD);
            assertThat(refused.detail()).startsWith("Nothing was imported: 1 of 2 lines cannot be used.");
            assertThat(refused.violations())
                    .containsExactly(new Violation(
                            "line 3, school_code",
                            "1",
                            "it must be the school's eight-digit state code, such as 00350231"));
        });
    }

    @Test
    void a_file_without_a_line_of_data_is_a_fault() {
        var report = read(HEADER).report();

        assertThat(report.lines()).isZero();
        assertThat(report.faults())
                .containsExactly(new CsvFault(2, "", "", "the file has a header and no line of data"));
    }

    @Test
    void faults_that_no_single_line_shows_are_sorted_in_and_counted() {
        var read = read(HEADER + "00350231,Perkins,238,0.5\nx,Baker,1,0.5\n00350003,Curie,1,0.5\n");
        var together = List.of(
                new CsvFault(4, "name", "Curie", "its number is taken"),
                new CsvFault(4, "pupils", "1", "too few"),
                new CsvFault(2, "name", "Perkins", "its number is taken"));

        var report = read.plus(together).report();

        assertThat(report.faults()).extracting(CsvFault::line).containsExactly(2L, 3L, 4L, 4L);
        assertThat(report.faultCount()).isEqualTo(4);
        assertThat(report.faultyLines()).isEqualTo(3);
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void a_line_may_be_refused_as_a_whole() {
        var report = IMPORT.read(
                bytes(HEADER + "00350231,Perkins,238,0.5\n"),
                row -> {
                    throw new InvalidValueException("pupils", "238", "the school was closed");
                },
                ignored -> {});

        assertThat(report.faults()).containsExactly(new CsvFault(2, "pupils", "238", "the school was closed"));
    }

    @Test
    void all_faults_are_counted_and_only_the_first_ones_kept() {
        var lines = new StringBuilder(HEADER);
        IntStream.range(0, 1_000).forEach(number -> lines.append("x,Perkins,1,0.5\n"));

        var report = read(lines.toString()).report();

        assertThat(report.faultCount()).isEqualTo(1_000);
        assertThat(report.faults()).hasSize(CsvImport.FAULTS_KEPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "school_code,name,pupils\n",
                "school_code,name,pupils,index,more\n",
                "school_code,name,pupils,pupils\n",
                "School_Code,name,pupils,index\n",
                "00350231,Perkins,238,0.5\n"
            })
    void another_header_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(StandardProblem.FAULTY_UPLOAD));
    }

    /** Excel writes such commas for columns that once had something in them. */
    @ParameterizedTest
    @ValueSource(strings = {"school_code,name,pupils,index,\n", "school_code,name,pupils,index, ,\n"})
    void a_column_without_a_name_is_refused_with_its_place(String header) {
        assertThatThrownBy(() -> read(header + "00350231,Perkins,238,0.5,\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(StandardProblem.FAULTY_UPLOAD))
                .hasMessageContaining("Column 5 has no name");
    }

    @Test
    void a_cell_that_no_table_can_keep_is_a_fault() {
        var report = read(HEADER + "00350231,Per\0kins,238,0.5\n").report();

        assertThat(report.faults())
                .containsExactly(new CsvFault(
                        2,
                        "name",
                        "Per\0kins",
                        "it has the character NUL (U+0000), which no text can keep; leave it out"));
    }

    @Test
    void what_is_not_utf8_is_refused() {
        var latin1 = (HEADER + "00350231,Perkins Élémentaire,238,0.5\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> IMPORT.read(new ByteArrayInputStream(latin1), CsvImportTest::line))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused() {
        assertThatThrownBy(() -> read(HEADER + "00350231,\"Perkins,238,0.5\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("quoted cell");
    }

    @Test
    void more_bytes_than_the_door_takes_are_refused() {
        var small = IMPORT.upTo(100, 10);

        assertThatThrownBy(() -> small.read(bytes(HEADER + "x".repeat(100)), CsvImportTest::line))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(StandardProblem.TOO_LARGE));
    }

    @Test
    void more_lines_than_the_door_takes_are_refused() {
        var small = IMPORT.upTo(10_000, 1);

        assertThatThrownBy(() -> small.read(
                        bytes(HEADER + "00350231,Perkins,238,0.5\n00350232,Mather,1,0.5\n"), CsvImportTest::line))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(StandardProblem.TOO_LARGE));
    }

    @Test
    void one_cell_cannot_fill_the_memory() {
        var endless = new SequenceInputStream(Collections.enumeration(
                List.of(bytes(HEADER + "00350231,\""), bytes("x".repeat(3 << 20)), bytes("\",1,0.5\n"))));

        assertThatThrownBy(() -> IMPORT.read(endless, CsvImportTest::line))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(StandardProblem.TOO_LARGE));
    }

    @Test
    void a_long_file_is_read_line_by_line() {
        var lines = Collections.enumeration(new ArrayList<>(
                IntStream.range(0, 60_000).mapToObj(CsvImportTest::numbered).toList()));
        var seen = new ArrayList<String>();

        var report = IMPORT.upTo(100 << 20, 60_000)
                .read(
                        new SequenceInputStream(bytes(HEADER), new SequenceInputStream(lines)),
                        CsvImportTest::line,
                        line -> seen.add(line.school()));

        assertThat(report.isClean()).isTrue();
        assertThat(seen).hasSize(60_000).endsWith("00059999");
    }

    @Test
    void the_digest_is_of_the_bytes_as_they_came() {
        var report = read(HEADER).report();

        assertThat(report.digest()).isEqualTo("1bad0b13de1d4ea7bf5e7c540d2860ea11b9a2ebc52cc6abaf5c0786a4f9598b");
    }

    private static InputStream numbered(int number) {
        return bytes("%08d,Perkins,238,0.5\n".formatted(number));
    }

    private static CsvUpload<Line> read(String text) {
        return IMPORT.read(bytes(text), CsvImportTest::line);
    }

    private static Line line(CsvRow row) {
        return new Line(row.get(SCHOOL).value(), row.get(NAME), row.get(PUPILS), row.get(INDEX));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
