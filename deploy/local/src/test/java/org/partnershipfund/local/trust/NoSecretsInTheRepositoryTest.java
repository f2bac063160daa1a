package org.partnershipfund.local.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.local.Suite;

/** Nothing in the repository opens anything: keys, passwords and tokens are made where they are used. */
class NoSecretsInTheRepositoryTest {

    private static final Set<String> NOT_THE_REPOSITORY = Set.of(".git", "target", ".fund", "node_modules", ".idea");
    private static final Pattern KEY_STORE = Pattern.compile("(?i).*\\.(p12|pfx|jks|jceks|keystore|key|pem|kdbx)");
    private static final Pattern SETTINGS =
            Pattern.compile("(?i).*\\.(properties|ya?ml|json|xml|config|env|sh)|.*/fund|.*/run");

    /** The example secret of the Standard Webhooks specification, which everybody can read there. */
    private static final String PUBLISHED_EXAMPLE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What a secret looks like, wherever it stands. */
    private static final Map<String, Pattern> ANYWHERE = Map.of(
            "a private key",
            Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\\s*[A-Za-z0-9+/=]{16}"),
            "a signed token",
            Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}"),
            "a secret of webhooks",
            Pattern.compile("\\bwhsec_[A-Za-z0-9+/]{32,}"),
            "a key of a cloud",
            Pattern.compile("\\b(?:AKIA[0-9A-Z]{16}|AIza[\\w-]{35}|gh[pousr]_\\w{36}|xox[abprs]-[\\w-]{10,})"),
            "a password in an address",
            Pattern.compile(
                    "\\b[a-z][a-z0-9+.-]*://[^/\\s:@\"'<>{}]+:[^@\\s/\"'<>{}]{3,}@(?![\\w.-]*\\bexample\\.)[a-z0-9]"));

    /** In settings also a value behind a word that says what it is, unless the value names where to find it. */
    private static final Pattern SET = Pattern.compile(
            "(?im)^[^#\\n]*(?:password|passwd|secret|api-?key|access-?token)\"?[ \\t]*[=:][ \\t]*\"?(?![$\\s\"<{])[^\\s\"<,]{3,}");

    @Test
    void no_file_holds_a_key_a_password_or_a_token() throws IOException {
        var files = files();

        assertThat(files).hasSizeGreaterThan(1_000);
        assertThat(files.stream().flatMap(NoSecretsInTheRepositoryTest::findings))
                .isEmpty();
        TrustTable.tried("secrets in the repository", files.size(), "files");
    }

    /** What was taken out again can still be read: whoever clones the repository has its history. */
    @Test
    void no_commit_ever_added_a_key_a_password_or_a_token() throws IOException, InterruptedException {
        var missing = History.whyNotWhole(Suite.checkout());
        missing.ifPresent(why -> System.out.println("NOT CHECKED in this run: secrets in the history. " + why));
        assumeTrue(missing.isEmpty(), () -> "no whole history");

        var found = new ArrayList<String>();
        long commits = History.read(Suite.checkout(), (file, added) -> found.addAll(findings(file, added)));

        assertThat(found)
                .as(
                        "to be revoked where it opened anything; then taken out of the history, or named here with its reason")
                .isEmpty();
        TrustTable.tried("secrets in its history", commits, "commits");
    }

    @Test
    void a_secret_that_was_taken_out_again_would_be_found(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(History.isGitThere(), () -> "no git");
        var settings = folder.resolve("config/application.properties");
        var _ = Files.createDirectories(folder.resolve("config"));
        var _ = History.git(folder, "init", "-q");
        Files.writeString(settings, "a=1\nquarkus.datasource.password" + "=Q2xhc3Npc0\n");
        History.commit(folder, "one");
        Files.writeString(settings, "a=1\n");
        History.commit(folder, "two, and eyJ" + "abcdefghijkl.eyJ" + "abcdefghijkl.abcdefghijkl in its message");

        var found = new ArrayList<String>();
        long commits = History.read(folder, (file, added) -> found.addAll(findings(file, added)));

        assertThat(commits).isEqualTo(2);
        assertThat(found)
                .hasSize(2)
                .anySatisfy(
                        one -> assertThat(one).contains("config/application.properties: quarkus.datasource.password"))
                .anySatisfy(one -> assertThat(one).contains("its message: a signed token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("secrets")
    void a_secret_would_be_found(String what, String file, String content) {
        assertThat(findings(file, content)).as(what).isNotEmpty();
    }

    /** Put together here, so that this file holds none itself. */
    private static Stream<List<String>> secretsAsLists() {
        var dashes = "-----";
        var word = "Q2xhc3Npc0NvcmVLZXk";
        return Stream.of(
                List.of("a key", "a.txt", dashes + "BEGIN RSA PRIVATE KEY" + dashes + "\n" + word),
                List.of("a token", "a.md", "eyJ" + word + ".eyJ" + word + "." + word),
                List.of("a webhook's secret", "A.java", "whsec_" + word + word),
                List.of("a key of a cloud", "a.json", "AKIA" + "ABCDEFGHIJKLMNOP"),
                List.of("a password in an address", "a.md", "postgresql://owner:" + word + "@db.city.gov/fund"),
                List.of("a password in settings", "a.properties", "quarkus.datasource.password" + "=" + word),
                List.of("a secret in JSON", "a.json", "{\"client_secret\"" + ": \"" + word + "\"}"),
                List.of("a key store", "server.p12", "binary"));
    }

    static Stream<Arguments> secrets() {
        return secretsAsLists().map(one -> Arguments.of(one.toArray()));
    }

    private static Stream<String> findings(Path file) {
        try {
            // bytes as they are: a picture is read too, and no reading fails
            return findings(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> findings(String file, String content) {
        var found = new ArrayList<String>();
        if (KEY_STORE.matcher(file).matches()) {
            found.add(file + ": a key store");
        }
        ANYWHERE.forEach((what, looks) -> looks.matcher(content)
                .results()
                .filter(one -> !one.group().startsWith(PUBLISHED_EXAMPLE))
                .forEach(_ -> found.add(file + ": " + what)));
        if (SETTINGS.matcher(file).matches()) {
            SET.matcher(content)
                    .results()
                    .forEach(set -> found.add(file + ": " + set.group().strip()));
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(Suite.checkout(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_THE_REPOSITORY.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
