package org.partnershipfund.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.local.place.Place;
import picocli.CommandLine;

/** {@code --help} behind every command of the launcher. */
class FundHelpTest {

    @TempDir
    private static Path folder;

    static Stream<List<String>> every_command() {
        return paths(List.of(), Fund.commandLine(place()));
    }

    @ParameterizedTest
    @MethodSource("every_command")
    void prints_its_usage_and_ends_well(List<String> path) {
        var screen = new StringWriter();
        var commands = Fund.commandLine(place());
        commands.setOut(new PrintWriter(screen));

        int code = commands.execute(
                Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new));

        assertThat(code).as(screen.toString()).isZero();
        assertThat(screen.toString()).contains(("Usage: fund " + String.join(" ", path)).strip());
        assertThat(folder).isEmptyDirectory();
    }

    private static Stream<List<String>> paths(List<String> path, CommandLine command) {
        return Stream.concat(
                Stream.of(path),
                command.getSubcommands().entrySet().stream()
                        .flatMap(sub -> paths(
                                Stream.concat(path.stream(), Stream.of(sub.getKey()))
                                        .toList(),
                                sub.getValue())));
    }

    private static Place place() {
        return Place.of(Suite.checkout(), Map.of("FUND_DIR", folder.toString()));
    }
}
