package org.partnershipfund.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child that does not start is one line with the reason and the log. */
class LaunchTest {

    @TempDir
    private Path folder;

    @Test
    void a_child_that_ends_while_starting_is_one_line_with_reason_and_log() {
        var child = child("echo ERROR: no such table >&2; exit 7", Duration.ofSeconds(30), () -> false);

        var process = Launch.start(child);

        assertThatThrownBy(() -> Launch.awaitReady(child, process))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("child ended with exit code 7: ERROR: no such table; log: " + child.log());
    }

    @Test
    void a_child_that_never_gets_ready_is_given_up() {
        var child = child("exec tail -f /dev/null", Duration.ofMillis(200), () -> {
            throw new java.io.IOException("connection refused");
        });
        var process = Launch.start(child);

        try {
            assertThatThrownBy(() -> Launch.awaitReady(child, process))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageStartingWith("child is not ready after 0 s");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_program_that_does_not_exist_is_one_line() {
        var child = new ChildSpec(
                "child",
                List.of("/no/such/program"),
                Map.of(),
                folder,
                folder.resolve("child.log"),
                Duration.ofSeconds(1),
                () -> true);

        assertThatThrownBy(() -> Launch.start(child))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("child cannot be started")
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void a_child_does_not_inherit_what_is_in_the_users_shell() throws Exception {
        var child = new ChildSpec(
                "child",
                List.of("sh", "-c", "env"),
                Map.of("GIVEN", "yes"),
                folder,
                folder.resolve("child.log"),
                Duration.ofSeconds(30),
                () -> true);

        Launch.run(child);

        var names = Files.readAllLines(child.log()).stream()
                .map(line -> line.replaceAll("=.*", ""))
                .toList();
        assertThat(names).contains("GIVEN", "PATH");
        assertThat(names)
                .allMatch(name -> name.matches(
                        "GIVEN|PATH|HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR|QUARKUS_.*|OTEL_.*|PWD|OLDPWD|SHLVL|_"));
    }

    private ChildSpec child(String script, Duration readyWithin, ChildSpec.Probe ready) {
        return new ChildSpec(
                "child",
                List.of("sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("child.log"),
                readyWithin,
                ready);
    }
}
