package org.partnershipfund.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Starts processes whose output goes to a log file, and waits for them with a bound. */
public final class Launch {

    // The user's shell may hold anything; a child gets what it needs and what tunes a service on purpose.
    private static final Pattern INHERITED = Pattern.compile(
            "PATH|HOME|USER|LOGNAME|LANG|LC_.*|TZ|TMPDIR|QUARKUS_.*|OTEL_.*|FUND_LETTERS_.*|FUND_LEDGER_.*");
    // Asked twenty times a second, half a dozen programs that start together lose a core to the questions.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private Launch() {}

    /** Starts the child; it may not be ready yet. */
    public static Process start(ChildSpec spec) {
        try {
            var _ = Files.createDirectories(spec.directory());
            var _ = Files.createDirectories(parent(spec.log()));
            var builder = new ProcessBuilder(spec.command())
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment()
                    .keySet()
                    .removeIf(variable -> !INHERITED.matcher(variable).matches());
            builder.environment().putAll(spec.environment());
            return builder.start();
        } catch (IOException e) {
            throw new StartFailedException(spec.name() + " cannot be started: " + Sentence.of(e), e);
        }
    }

    /** Waits until the child is ready; a child that ends or takes too long is one clear line. */
    public static void awaitReady(ChildSpec spec, Process process) throws InterruptedException {
        var until = System.nanoTime() + spec.readyWithin().toNanos();
        var pause = FIRST_PAUSE;
        while (!isReady(spec)) {
            if (process.waitFor(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StartFailedException(ended(spec, process.exitValue()));
            }
            if (System.nanoTime() > until) {
                throw new StartFailedException("%s is not ready after %d s%s"
                        .formatted(spec.name(), spec.readyWithin().toSeconds(), LogTail.reason(spec.log())));
            }
            var longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
        if (!process.isAlive()) {
            throw new StartFailedException(ended(spec, process.exitValue()));
        }
    }

    /** Runs a process to its end; an exit code other than 0 is one clear line. */
    public static void run(ChildSpec spec) throws InterruptedException {
        var process = start(spec);
        try {
            if (!process.waitFor(spec.readyWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StartFailedException("%s did not end within %d s; log: %s"
                        .formatted(spec.name(), spec.readyWithin().toSeconds(), spec.log()));
            }
            if (process.exitValue() != 0) {
                throw new StartFailedException(ended(spec, process.exitValue()));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** The sentence about a child that ended when it should not have. */
    public static String ended(ChildSpec spec, int exitCode) {
        return "%s ended with exit code %d%s".formatted(spec.name(), exitCode, LogTail.reason(spec.log()));
    }

    // A probe may throw whatever its protocol throws while the other side is not there yet.
    private static boolean isReady(ChildSpec spec) throws InterruptedException {
        try {
            return spec.ready().isReady();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }

    private static Path parent(Path file) {
        var parent = file.getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
