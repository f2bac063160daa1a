package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents promise about files is true. */
class RepositoryDocsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern BY_HAND = Pattern.compile("<a (?:id|name)=\"([^\"]+)\">");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ -]");

    @Test
    void every_link_in_the_documents_leads_to_a_file_and_its_heading() throws IOException {
        assertThat(documents().flatMap(RepositoryDocsTest::brokenLinks)).isEmpty();
    }

    @Test
    void a_decision_carries_the_number_of_its_file() throws IOException {
        try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
            List<Path> files = decisions.toList();
            assertThat(files).hasSizeGreaterThan(1).allSatisfy(file -> {
                String name = file.getFileName().toString();
                assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
                assertThat(Files.readString(file)).startsWith("# " + name.substring(0, 4) + " · ");
            });
            assertThat(files.stream().map(file -> file.getFileName().toString().substring(0, 4)))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void no_service_is_missing_from_the_map() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        try (Stream<Path> folders = Files.list(ROOT)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()).filter(name -> name.endsWith("-service")))
                    .hasSize(4)
                    .allSatisfy(name -> assertThat(readme).contains("](" + name + ")"));
        }
    }

    @Test
    void a_heading_is_linked_by_its_words() {
        assertThat(anchors("""
                # Fund `up`, "again"
                text
                ## §3 One – or *two*?
                ## Same
                ## Same
                ```
                # a comment of a shell
                ```
                <a id="by-hand"></a>
                """))
                .containsExactlyInAnyOrder("fund-up-again", "3-one--or-two", "same", "same-1", "by-hand");
    }

    private static Stream<String> brokenLinks(Path document) {
        return LINK.matcher(text(document))
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(link.lastIndexOf('(') + 1, link.length() - 1))
                .filter(target -> !target.contains(":") && !leadsSomewhere(document, target))
                .map(target -> ROOT.relativize(document) + " → " + target);
    }

    private static boolean leadsSomewhere(Path document, String target) {
        int sign = target.indexOf('#');
        String name = sign < 0 ? target : target.substring(0, sign);
        Path file = name.isEmpty() ? document : document.resolveSibling(name);
        if (!Files.exists(file)) {
            return false;
        }
        return sign < 0 || anchors(text(file)).contains(target.substring(sign + 1));
    }

    /** The names by which the headings of a document can be linked, as GitHub makes them, and those set by hand. */
    private static Set<String> anchors(String document) {
        Set<String> anchors = new HashSet<>();
        BY_HAND.matcher(document).results().map(one -> one.group(1)).forEach(anchors::add);
        HEADING.matcher(FENCED.matcher(document).replaceAll(""))
                .results()
                .map(heading -> NOT_IN_ANCHORS
                        .matcher(heading.group(1).strip().toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .replace(' ', '-'))
                .forEach(words -> {
                    String anchor = words;
                    for (int again = 1; !anchors.add(anchor); again++) {
                        anchor = words + "-" + again;
                    }
                });
        return anchors;
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + document, e);
        }
    }

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> files =
                Files.find(ROOT, 6, (file, attributes) -> file.toString().endsWith(".md"))) {
            List<Path> ours = files.filter(file -> Stream.of("target", ".fund", ".git", "node_modules")
                            .noneMatch(part -> file.toString().contains("/" + part + "/")))
                    .toList();
            assertThat(ours).hasSizeGreaterThan(8);
            return ours.stream();
        }
    }
}
