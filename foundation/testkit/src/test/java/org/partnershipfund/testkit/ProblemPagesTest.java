package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemPagesTest {

    @TempDir
    Path folder;

    @Test
    void rows_are_read_with_their_status_as_number_or_constant() throws IOException {
        Path table = Files.writeString(folder.resolve("Problems.java"), """
                private static final int ABSENT = 404;
                case NoSuchFund _ -> new Row("no-such-fund", "No such fund", ABSENT);
                case Other _ ->
                    new ProblemTable.Row(
                        "fund-exists", "The year has a fund", 409);
                """);

        assertThat(ProblemPages.rowsIn(table))
                .isEqualTo(Map.of(
                        "no-such-fund", new ProblemPages.Kind("No such fund", 404),
                        "fund-exists", new ProblemPages.Kind("The year has a fund", 409)));
    }

    @Test
    void a_table_that_cannot_be_read_is_noticed() throws IOException {
        Path table = Files.writeString(folder.resolve("Problems.java"), "class Problems {}");

        assertThatThrownBy(() -> ProblemPages.rowsIn(table)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_problem_without_a_page_is_noticed() {
        assertThatThrownBy(() -> ProblemPages.check(
                        "nobody", Map.of("never-heard-of", new ProblemPages.Kind("Never heard of", 409))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never-heard-of");
    }
}
