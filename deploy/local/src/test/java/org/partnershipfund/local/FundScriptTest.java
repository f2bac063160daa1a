package org.partnershipfund.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.supervise.SuiteState;

/** The script before Java: what it finds, what it says when it does not. */
class FundScriptTest {

    @TempDir
    private Path folder;

    @Test
    void a_missing_jdk_and_a_missing_maven_are_told_at_once() throws IOException, InterruptedException {
        var run = run(
                Suite.checkout().resolve("fund"),
                Map.of(
                        "FUND_JAVA_HOME",
                        folder.toString(),
                        "PATH",
                        toolsWithout("mvn").toString()),
                "doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.said().lines())
                .containsExactly(
                        "fund: FUND_JAVA_HOME (%s) is not a JDK 25 or newer with javac".formatted(folder),
                        "fund: no mvn on the PATH; install Maven 3.8.7 or newer");
    }

    @Test
    void it_finds_its_checkout_through_symlinks_and_from_elsewhere() throws IOException, InterruptedException {
        var first = Files.createSymbolicLink(
                folder.resolve("first link"), Suite.checkout().resolve("fund"));
        var second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());

        var run = run(second, Map.of("FUND_DIR", folder.resolve("data").toString()), "doctor", "--any-port");

        assertThat(run.said()).contains("checkout " + Suite.checkout());
        assertThat(run.exitCode()).as(run.said()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo", "test", "build", "doctor", "bench", "faults", "status", "sbom", "--help"})
    void help_of_a_command_prints_its_usage_and_does_nothing(String command) throws IOException, InterruptedException {
        var data = folder.resolve("data");

        var run = run(Suite.checkout().resolve("fund"), Map.of("FUND_DIR", data.toString()), command, "--help");

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.said()).contains("Usage: ");
        assertThat(data).doesNotExist();
    }

    @Test
    void an_old_java_home_is_passed_over() throws IOException, InterruptedException {
        var old = Files.createDirectories(folder.resolve("jdk-17/bin"));
        for (var program : List.of("java", "javac")) {
            var file = Files.writeString(old.resolve(program), "#!/bin/sh\necho javac 17.0.15\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        var here = Path.of(System.getProperty("java.home"), "bin");

        var run = run(
                Suite.checkout().resolve("fund"),
                Map.of(
                        "JAVA_HOME", folder.resolve("jdk-17").toString(),
                        "PATH", here + ":" + System.getenv("PATH"),
                        "FUND_DIR", folder.resolve("data").toString()),
                "doctor",
                "--any-port");

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.said()).contains("JDK " + Runtime.version());
    }

    @Test
    void help_needs_nothing_and_looking_at_a_suite_needs_no_maven() throws IOException, InterruptedException {
        var script = builtCheckout();
        var path = toolsWithout("mvn").toString();

        var help = run(script, Map.of("FUND_JAVA_HOME", folder.toString(), "PATH", path), "help");
        var down = run(script, Map.of("FUND_JAVA_HOME", jdk().toString(), "PATH", path), "down");
        var build = run(script, Map.of("FUND_JAVA_HOME", jdk().toString(), "PATH", path), "build");

        assertThat(help.said()).startsWith("Usage: ./fund COMMAND");
        assertThat(help.exitCode()).isZero();
        assertThat(down.said()).startsWith("java ").endsWith(" org.partnershipfund.local.Fund down\n");
        assertThat(build.said()).isEqualTo("fund: no mvn on the PATH; install Maven 3.8.7 or newer\n");
        assertThat(build.exitCode()).isEqualTo(1);
    }

    @Test
    void the_jars_of_a_running_suite_are_not_replaced() throws IOException, InterruptedException {
        var script = builtCheckout();
        var tools = environment("echo maven was called");
        upAs(Stamp.of(ProcessHandle.current()));

        for (var command : List.of("build", "test")) {
            var refused = run(script, tools, command);

            assertThat(refused.said()).isEqualTo("fund: the suite is up and reads its jars; ./fund down first\n");
            assertThat(refused.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void another_process_that_was_given_the_id_of_a_supervisor_is_no_suite() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "the system tells when a process began");
        var script = builtCheckout();
        var self = Stamp.of(ProcessHandle.current());
        upAs(new Stamp(self.pid(), self.start() + "0"));

        var run = run(script, environment("echo maven was called"), "test");

        assertThat(run.said()).endsWith("maven was called\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void two_builds_at_once_are_one_build_and_one_line() throws IOException, InterruptedException {
        var script = builtCheckout();
        var begun = folder.resolve("begun");
        var go = folder.resolve("go");
        var waiting = environment("touch '%s'; until [ -e '%s' ]; do sleep 0.05; done".formatted(begun, go));
        var first = builder(script, waiting, "build")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Suite.await("the first one builds", Duration.ofSeconds(30), () -> Files.exists(begun));

        var second = run(script, environment("echo maven was called"), "build");

        assertThat(second.said().lines().filter(line -> line.startsWith("fund: ")))
                .containsExactly("fund: another ./fund (process %d) is building in %s; try again when it is done"
                        .formatted(first.pid(), folder.resolve("checkout").toRealPath()));
        assertThat(second.said()).doesNotContain("maven was called");
        assertThat(second.exitCode()).isEqualTo(1);
        var _ = Files.createFile(go);
        assertThat(first.waitFor()).isZero();
        assertThat(run(script, environment("echo maven was called"), "build").exitCode())
                .isZero();
    }

    @Test
    void a_build_that_was_killed_locks_nobody_out() throws IOException, InterruptedException {
        var script = builtCheckout();
        var lock = folder.resolve("checkout/target/fund-build.lock");
        var _ = Files.createDirectories(folder.resolve("checkout/target"));
        var self = Stamp.of(ProcessHandle.current());
        var _ = Files.createSymbolicLink(lock, Path.of(self.pid() + "@another-boot/1"));

        var run = run(script, environment("exit 0"), "build");

        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(Files.isSymbolicLink(lock)).isFalse();
    }

    // A checkout with nothing in it but the script and jars that look built.
    private Path builtCheckout() throws IOException {
        var target = Files.createDirectories(folder.resolve("checkout/deploy/local/target"));
        var _ = Files.createDirectories(target.resolve("lib"));
        var _ = Files.createFile(target.resolve("local-1.jar"));
        var script = Files.copy(Suite.checkout().resolve("fund"), folder.resolve("checkout/fund"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private Map<String, String> environment(String maven) throws IOException {
        var bin = folder.resolve("bin");
        program(bin.resolve("mvn"), maven);
        return Map.of(
                "FUND_JAVA_HOME", jdk().toString(),
                "FUND_DIR", folder.resolve("data").toString(),
                "PATH", bin + ":" + System.getenv("PATH"));
    }

    // A JDK that says what it was called with.
    private Path jdk() throws IOException {
        var home = folder.resolve("jdk");
        program(home.resolve("bin/javac"), "echo javac 25.0.1");
        program(home.resolve("bin/java"), "echo \"java $*\"");
        return home;
    }

    private static void program(Path file, String script) throws IOException {
        var _ = Files.createDirectories(file.getParent());
        var _ = Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void upAs(Stamp supervisor) {
        new SuiteState(supervisor, SuiteState.Phase.UP, "", Map.of()).write(folder.resolve("data/run"));
    }

    private record Run(int exitCode, String said) {}

    private Run run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var process = builder(script, environment, arguments).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private ProcessBuilder builder(Path script, Map<String, String> environment, String... arguments) {
        var command = Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("FUND_JAVA_HOME");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder;
    }

    // A PATH of links to everything a shell script needs, but for one program.
    private Path toolsWithout(String missing) throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool :
                List.of("sh", "dirname", "readlink", "sed", "find", "head", "grep", "ls", "date", "cat", missing)) {
            for (var place : List.of("/usr/bin", "/bin")) {
                var program = Path.of(place, tool);
                if (!tool.equals(missing) && Files.exists(program) && !Files.exists(tools.resolve(tool))) {
                    var _ = Files.createSymbolicLink(tools.resolve(tool), program);
                }
            }
        }
        return tools;
    }
}
