package org.partnershipfund.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;

/** The doctor finds everything at once and runs before anything is built. */
class DoctorTest {

    @TempDir
    private Path folder;

    @Test
    void a_busy_port_is_named_with_the_variable_that_moves_it() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var place = Place.of(
                    Suite.checkout(),
                    Map.of("FUND_DIR", folder.toString(), "FUND_PORT_KAFKA", String.valueOf(taken.getLocalPort())));

            var findings = new Examination(place, Set.of()).all();

            assertThat(findings)
                    .contains(Finding.fatal(
                            "port %d (kafka) is in use".formatted(taken.getLocalPort()),
                            "stop what uses it (ss -ltnp shows it), or set FUND_PORT_KAFKA to a free one"));
        }
    }

    @Test
    void a_port_that_the_running_suite_holds_is_no_fault() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var place = Place.of(
                    Suite.checkout(),
                    Map.of("FUND_DIR", folder.toString(), "FUND_PORT_KAFKA", String.valueOf(taken.getLocalPort())));

            var findings = new Examination(place, Set.of(Door.values())).all();

            assertThat(findings).noneMatch(finding -> finding.what().contains("(kafka)"));
        }
    }

    @Test
    void several_faults_are_all_told() {
        var place = Place.of(Path.of("/a:b"), Map.of("FUND_DIR", "/proc/no-such-folder"));

        var fatal = new Examination(place, Set.of())
                .machine().stream()
                        .filter(finding -> finding.grade() == Finding.Grade.FATAL)
                        .toList();

        assertThat(fatal)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(finding -> !finding.remedy().isEmpty());
        assertThat(fatal).anyMatch(finding -> finding.what().contains("colon"));
        assertThat(fatal).anyMatch(finding -> finding.what().contains("/proc/no-such-folder"));
    }

    @ParameterizedTest(name = "{0} GB free, installed {1}: {2}")
    @CsvSource({
        "7, false, GOOD",
        "5, false, FATAL",
        "7, true,  GOOD",
        "5, true,  NOTE",
        "0, true,  FATAL",
    })
    void the_room_that_a_first_start_takes_is_not_asked_for_again(
            long gigabytes, boolean isInstalled, Finding.Grade grade) {
        var finding = Examination.disk(gigabytes << 30, isInstalled, folder);

        assertThat(finding.grade()).isEqualTo(grade);
        assertThat(finding.remedy().isEmpty()).isEqualTo(grade == Finding.Grade.GOOD);
    }

    @Test
    void what_is_built_runs_without_maven() {
        var examination = new Examination(
                Place.of(Suite.checkout(), Map.of("FUND_DIR", folder.toString())), Set.of(Door.values()));

        assertThat(examination.all()).anyMatch(DoctorTest::isAboutMaven);
        assertThat(examination.toRun()).noneMatch(DoctorTest::isAboutMaven);
    }

    @Test
    void it_runs_from_source_with_nothing_but_a_jdk() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                Suite.checkout()
                        .resolve("deploy/local/src/main/java/org/partnershipfund/local/doctor/Doctor.java")
                        .toString(),
                Suite.checkout().toString(),
                "--any-port"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FUND_DIR", folder.toString());

        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("ok     JDK", "ok     programs can be run from " + folder);
    }

    private static boolean isAboutMaven(Finding finding) {
        return finding.what().equals("Maven") || finding.what().contains("mvn");
    }
}
