package org.partnershipfund.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.JavaCommand;
import org.partnershipfund.local.process.Launch;

/** A build learns at its second start and uses it from the third on; with real JVMs. */
class StartCacheTest {

    @TempDir
    private Path folder;

    private Path jars;

    @BeforeEach
    void compile() throws IOException, InterruptedException {
        jars = Files.createDirectories(folder.resolve("jars"));
        var source = Files.writeString(jars.resolve("Waits.java"), """
                public class Waits {
                    public static void main(String[] arguments) throws Exception {
                        java.nio.file.Files.createFile(java.nio.file.Path.of("runs"));
                        Thread.sleep(60_000);
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        jar();
    }

    @Test
    void the_first_start_is_plain_the_second_is_recorded_the_third_uses_the_cache()
            throws IOException, InterruptedException {
        var first = cache();
        assertThat(first.spec().command()).isEqualTo(spec().command());
        assertThat(first.isLearning()).isFalse();

        var second = cache();
        assertThat(second.isLearning()).isTrue();
        var process = Launch.start(second.spec());
        try {
            Launch.awaitReady(second.spec(), process);
            second.endRecording(process.pid());
        } finally {
            process.destroyForcibly();
        }
        second.assemble();

        var third = cache();
        assertThat(third.isLearning()).isFalse();
        var option = third.spec().command().get(1);
        assertThat(option).startsWith("-XX:AOTCache=");
        assertThat(Path.of(option.substring("-XX:AOTCache=".length()))).isNotEmptyFile();
    }

    @Test
    void a_start_that_did_not_survive_being_recorded_is_not_recorded_again() throws IOException {
        var _ = cache();
        assertThat(cache().isLearning()).isTrue();

        assertThat(cache().spec().command()).isEqualTo(spec().command());
    }

    @Test
    void what_was_recorded_and_not_assembled_in_time_is_assembled_after_the_next_start() throws IOException {
        var _ = cache();
        var recorded = Files.writeString(
                folder.resolve("caches/waits-%s.recorded"
                        .formatted(Program.of(spec()).orElseThrow().digest())),
                "");

        assertThat(cache().isToBeAssembled()).isTrue();
        assertThat(recorded).exists();
    }

    @Test
    void another_build_is_another_cache_and_the_old_one_is_deleted() throws IOException, InterruptedException {
        var _ = cache();
        var _ = Files.writeString(folder.resolve("caches/waits-for-more-0123.cache"), "another program");
        var _ = Files.writeString(jars.resolve("more.txt"), "more");
        jar();

        assertThat(cache().isLearning()).isFalse();
        try (var left = Files.list(folder.resolve("caches"))) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .hasSize(2)
                    .contains("waits-for-more-0123.cache");
        }
    }

    @Test
    void what_is_no_jvm_has_no_cache() {
        var postgres = new ChildSpec(
                "postgres",
                List.of("/opt/postgres/bin/postgres", "-D", "/data"),
                Map.of(),
                folder,
                folder.resolve("log"),
                Duration.ofMinutes(1),
                () -> true);

        assertThat(Program.of(postgres)).isEmpty();
    }

    private StartCache cache() throws IOException {
        return new StartCache(folder.resolve("caches"), Program.of(spec()).orElseThrow());
    }

    private ChildSpec spec() {
        return new ChildSpec(
                "waits",
                JavaCommand.ofFolder(64, jars, "Waits"),
                Map.of(),
                folder,
                folder.resolve("waits.log"),
                Duration.ofMinutes(1),
                () -> Files.exists(folder.resolve("runs")));
    }

    private void jar() throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jar").toString();
        var process = new ProcessBuilder(tool, "cf", "waits.jar", "Waits.class")
                .directory(jars.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
