package org.partnershipfund.local.trust;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Assertions;

/** The lines that the commits of a repository added, as git tells them: one file of one commit at a time. */
final class History {

    /** No line of a text begins so. */
    private static final String COMMIT = "\0commit ";

    private static final String DIFF = "diff --git a/";
    private static final String MERGED = "diff --cc ";

    private History() {}

    /** Why the checkout cannot tell its whole history; nothing if it can. */
    static Optional<String> whyNotWhole(Path checkout) throws InterruptedException {
        try {
            var shallow = git(checkout, "rev-parse", "--is-shallow-repository").strip();
            return shallow.equals("false")
                    ? Optional.empty()
                    : Optional.of("This checkout has its last commits only: git fetch --unshallow.");
        } catch (IOException e) {
            return Optional.of("There is no git, or no repository it may read: " + e.getMessage());
        }
    }

    static boolean isGitThere() throws InterruptedException {
        try {
            return !git(Path.of("").toAbsolutePath(), "--version").isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads all commits that lead to the one that is checked out.
     *
     * @param added is told each file that a commit adds lines to, as {@code git show} takes it, with these lines; and
     *     each commit's message
     * @return how many commits there are
     */
    static long read(Path checkout, BiConsumer<String, String> added) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "git",
                        "-c",
                        "core.quotePath=false",
                        "log",
                        "--patch",
                        "--unified=0",
                        // of a merge, what it added by itself; everything else is with the commits that it merged
                        "--cc",
                        "--no-renames",
                        "--text",
                        "--no-color",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--format=%x00commit %h%n%B",
                        "HEAD")
                .directory(checkout.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long commits = 0;
        var commit = "";
        var file = "";
        var isMessage = false;
        var lines = new StringBuilder();
        try (var log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (var line = log.readLine(); line != null; line = log.readLine()) {
                var isCommit = line.startsWith(COMMIT);
                if (isCommit || line.startsWith(DIFF) || line.startsWith(MERGED)) {
                    tell(added, commit, file, lines);
                    isMessage = isCommit;
                }
                if (isCommit) {
                    commits++;
                    commit = line.substring(COMMIT.length());
                    file = " its message";
                } else if (line.startsWith(DIFF)) {
                    // "a/path b/path", both the same because nothing counts as renamed
                    file = "./" + line.substring(DIFF.length(), (DIFF.length() + line.length() - " b/".length()) / 2);
                } else if (line.startsWith(MERGED)) {
                    file = "./" + line.substring(MERGED.length());
                } else if (isMessage) {
                    lines.append(line).append('\n');
                } else if (line.startsWith("+")) {
                    lines.append(line, 1, line.length()).append('\n');
                }
            }
        }
        tell(added, commit, file, lines);
        Assertions.assertEquals(0, process.waitFor(), "git log");
        return commits;
    }

    private static void tell(BiConsumer<String, String> added, String commit, String file, StringBuilder lines) {
        if (!file.isEmpty()) {
            added.accept(commit + ":" + file, lines.toString());
        }
        lines.setLength(0);
    }

    /** Commits everything in a folder, as nobody in particular. */
    static void commit(Path folder, String message) throws IOException, InterruptedException {
        var _ = git(folder, "add", "--all");
        var _ = git(
                folder,
                "-c",
                "user.name=nobody",
                "-c",
                "user.email=nobody@example.org",
                "-c",
                "commit.gpgSign=false",
                "commit",
                "-q",
                "-m",
                message);
    }

    /** What git prints; a failure has what it complains about. */
    static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said.strip());
        }
        return said;
    }
}
