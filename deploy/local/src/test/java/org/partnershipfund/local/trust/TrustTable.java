package org.partnershipfund.local.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.partnershipfund.local.Suite;

/**
 * The table of {@code docs/trust.md}: a row for each kind of trial, written by the run itself with
 * {@code -Dgolden.update=true}. A run that tries less than the page says fails.
 */
public final class TrustTable {

    private static final Path PAGE = Suite.checkout().resolve("docs/trust.md");
    private static final String EDGE = " | ";

    private TrustTable() {}

    /**
     * Says what a run tried, after it has found nothing wrong.
     *
     * @param trial the first cell of its row
     * @param tried how many single trials there were
     * @param what what one of them is, in the plural
     */
    public static void tried(String trial, long tried, String what) {
        System.out.printf("trust: %s, %,d %s, lost: nothing%n", trial, tried, what);
        try {
            List<String> lines = Files.readAllLines(PAGE);
            int row = rowOf(lines, trial);
            String[] cells = lines.get(row).split(" \\| ", -1);
            if (Boolean.getBoolean("golden.update")) {
                cells[1] = "%,d %s".formatted(tried, what);
                cells[2] = "nothing";
                lines.set(row, String.join(EDGE, cells));
                Files.writeString(PAGE, String.join("\n", lines) + "\n");
            } else {
                long said = Long.parseLong(cells[1].split(" ", 2)[0].replace(",", ""));
                assertThat(tried)
                        .as("%s: %s says %,d; -Dgolden.update=true writes the row anew", trial, PAGE, said)
                        .isGreaterThanOrEqualTo(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + PAGE, e);
        }
    }

    private static int rowOf(List<String> lines, String trial) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("| " + trial + EDGE)) {
                return i;
            }
        }
        throw new IllegalStateException(PAGE + " has no row for: " + trial);
    }
}
