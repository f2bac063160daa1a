package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Style rule 12: a migration is named {@code Vnnn__table__verb_what.sql}; each number is used once. */
public final class MigrationNames {

    private MigrationNames() {}

    /** Fails unless every file in the folder is named by number, table and change, within the numbers given. */
    public static void check(Path folder, int firstNumber, int lastNumber) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names)
                    .isNotEmpty()
                    .allMatch(name -> name.matches("V\\d{3}__[a-z]+(_[a-z]+)*__[a-z]+(_[a-z]+)*\\.sql"));
            List<Integer> numbers =
                    names.stream().map(name -> Integer.parseInt(name, 1, 4, 10)).toList();
            assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n >= firstNumber && n <= lastNumber);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
