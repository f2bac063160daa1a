package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages {@code docs/problems/<slug>.md}: one for every problem, none for a problem that nobody answers.
 *
 * <p>A service needs one test for it:
 *
 * <pre>{@code
 * ProblemPages.check("allocation-service", ProblemPages.rowsIn(
 *         Path.of("src/main/java/org/partnershipfund/allocation/adapter/rest/Problems.java")));
 * }</pre>
 *
 * A page begins with {@code # <title>}, then {@code `urn:partnership-fund:problem:<slug>` · <status> · <answered by>},
 * then says what happened, why, and what to do; {@code docs/problems/README.md} lists it.
 */
public final class ProblemPages {

    private static final Pattern ROW =
            Pattern.compile("new (?:ProblemTable\\.)?Row\\(\\s*\"([a-z0-9-]+)\",\\s*\"([^\"]+)\",\\s*(\\w+)\\s*\\)");
    private static final Pattern CONSTANT = Pattern.compile("int (\\w+) = (\\d{3});");
    private static final Pattern PAGE = Pattern.compile("""
            # (?<title>[^\n]+)

            `urn:partnership-fund:problem:(?<slug>[a-z0-9-]+)` · (?<status>\\d{3}) · (?<by>[^\n]+)

            \\*\\*What happened\\.\\*\\* [^\n]+

            \\*\\*Why\\.\\*\\* [^\n]+

            \\*\\*What to do\\.\\*\\* [^\n]+
            """);

    /** The constants of the foundation's {@code ProblemTable}. */
    private static final Map<String, String> OF_EVERY_TABLE = Map.of("ABSENT", "404", "STATE", "409", "RULE", "422");

    private ProblemPages() {}

    /** What a problem is by its slug: title and status. */
    public record Kind(String title, int status) {}

    /**
     * Fails unless the pages of one answerer are exactly its problems, each with its title and status, and the index
     * lists them.
     *
     * @param answeredBy {@code every service}, or a service's name
     * @param kinds its problems by slug
     */
    public static void check(String answeredBy, Map<String, Kind> kinds) {
        Path folder = repository().resolve(Path.of("docs", "problems"));
        assertThat(pagesOf(answeredBy, folder))
                .as("pages in docs/problems that say \"· %s\"", answeredBy)
                .isEqualTo(new TreeMap<>(kinds));
        String index = read(folder.resolve("README.md"));
        assertThat(kinds.keySet())
                .as("listed in docs/problems/README.md")
                .allMatch(slug -> index.contains("[%1$s](%1$s.md)".formatted(slug)));
    }

    /** The rows that a problem table writes as {@code new Row("slug", "Title", STATUS)}; status a number or a constant. */
    public static Map<String, Kind> rowsIn(Path source) {
        String text = read(source);
        var constants = new HashMap<>(OF_EVERY_TABLE);
        CONSTANT.matcher(text).results().forEach(found -> constants.put(found.group(1), found.group(2)));
        var rows = new TreeMap<String, Kind>();
        ROW.matcher(text).results().forEach(found -> {
            String status = constants.getOrDefault(found.group(3), found.group(3));
            rows.put(found.group(1), new Kind(found.group(2), Integer.parseInt(status)));
        });
        assertThat(rows).as("rows found in %s", source).isNotEmpty();
        return rows;
    }

    private static Map<String, Kind> pagesOf(String answeredBy, Path folder) {
        var pages = new TreeMap<String, Kind>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
                    .forEach(file -> {
                        var page = PAGE.matcher(read(file));
                        assertThat(page.matches())
                                .as("%s has the form that ProblemPages describes", file)
                                .isTrue();
                        assertThat(file.getFileName()).hasToString(page.group("slug") + ".md");
                        if (page.group("by").equals(answeredBy)) {
                            pages.put(
                                    page.group("slug"),
                                    new Kind(page.group("title"), Integer.parseInt(page.group("status"))));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return pages;
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(Path.of("docs", "problems")))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("docs/problems is above none of the folders of "
                    + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
