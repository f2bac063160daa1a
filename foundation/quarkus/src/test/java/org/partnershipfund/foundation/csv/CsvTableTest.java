package org.partnershipfund.foundation.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list leaves as CSV that a spreadsheet shows and does not run. */
class CsvTableTest {

    record Amount(String amount, String currency) {}

    record Row(String schoolCode, @Nullable Amount award, List<String> grades, BigDecimal index) {}

    record Cell(String text) {}

    @Test
    void a_record_within_a_record_is_flattened_and_names_are_snake_case() {
        assertThat(CsvTable.of(Row.class).header())
                .containsExactly("school_code", "award_amount", "award_currency", "grades", "index");
    }

    @Test
    void a_line_has_a_cell_per_column_also_where_nothing_is_known() throws IOException {
        var out = new StringBuilder();

        CsvTable.of(Row.class)
                .write(
                        List.of(
                                new Row(
                                        "00350231",
                                        new Amount("52775.72", "USD"),
                                        List.of("K", "1"),
                                        new BigDecimal("1E+1")),
                                new Row("00350232", null, List.of(), new BigDecimal("0.50"))),
                        out);

        assertThat(out)
                .hasToString(
                        "school_code,award_amount,award_currency,grades,index\r\n00350231,52775.72,USD,K|1,10\r\n00350232,,,,0.50\r\n");
    }

    @ParameterizedTest(name = "{0} leaves as {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+1, '+1",
                "-1, -1",
                "-1.50, -1.50",
                "-1+cmd, '-1+cmd",
                "@SUM(A1), '@SUM(A1)",
                "Perkins, Perkins",
            })
    void a_formula_is_only_shown(String text, String cell) throws IOException {
        var out = new StringBuilder();

        CsvTable.of(Cell.class).write(List.of(new Cell(text)), out);

        assertThat(out).hasToString("text\r\n" + cell + "\r\n");
    }

    @Test
    void only_records_make_a_table() {
        assertThatThrownBy(() -> CsvTable.of(String.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
