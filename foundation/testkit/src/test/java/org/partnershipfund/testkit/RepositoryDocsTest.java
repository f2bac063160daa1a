package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents promise about files is true. */
class RepositoryDocsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

    @Test
    void every_link_in_the_documents_leads_to_a_file() throws IOException {
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

    private static Stream<String> brokenLinks(Path document) {
        try {
            return LINK.matcher(Files.readString(document))
                    .results()
                    .map(MatchResult::group)
                    .map(link -> link.substring(link.lastIndexOf('(') + 1, link.length() - 1))
                    .filter(target -> !target.contains(":") && !target.startsWith("#"))
                    .filter(target -> !Files.exists(document.resolveSibling(target.replaceFirst("#.*", ""))))
                    .map(target -> ROOT.relativize(document) + " → " + target);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + document, e);
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
