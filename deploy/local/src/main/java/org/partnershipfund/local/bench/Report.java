package org.partnershipfund.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Prints one line per figure: what was measured, what was aimed at, and against which yardstick. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Where and how it was measured, without which no figure means anything. */
    void machine(String command) {
        out.printf("%s, %s%n", command, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        out.printf(
                "%s, %d cores, %s, %s %s, JDK %s; load before: %s%n",
                line("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                line("/proc/meminfo", "MemTotal"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                first("/proc/loadavg"));
        out.println("Everything, this program too, shares these cores; client and server are never on two machines.");
    }

    /** A heading. */
    void chapter(String title) {
        out.println();
        out.println(title);
    }

    /** A figure and its aim. */
    void figure(String what, String measured, String aim) {
        out.printf("  %-58s %18s   %s%n", what, measured, aim);
        out.flush();
    }

    /** The middle one of several runs, and all of them, so that the spread is seen. */
    static String median(List<Double> runs, String format) {
        var all = runs.stream().map(run -> format.formatted(run)).toList();
        return format.formatted(middle(runs)) + " " + all;
    }

    /** The middle one of several runs. */
    static double middle(List<Double> runs) {
        return runs.stream().sorted().toList().get(runs.size() / 2);
    }

    private static String line(String file, String field) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(text -> text.startsWith(field))
                    .findFirst()
                    .map(text -> text.substring(text.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String first(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
