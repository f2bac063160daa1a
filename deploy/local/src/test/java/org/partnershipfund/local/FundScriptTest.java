package org.partnershipfund.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private record Run(int exitCode, String said) {}

    private Run run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("FUND_JAVA_HOME");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    // A PATH of links to everything a shell script needs, but for one program.
    private Path toolsWithout(String missing) throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : List.of("sh", "dirname", "readlink", "sed", "find", "head", "grep", "ls", "date", missing)) {
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
