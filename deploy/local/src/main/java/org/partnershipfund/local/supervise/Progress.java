package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.partnershipfund.local.process.Sentence;

/** The lines a user reads while the suite starts or stops, each with the seconds since the beginning. */
public final class Progress {

    private final Path file;
    private final long began = System.nanoTime();
    private long last = began;

    /** Begins a new file. */
    Progress(Path run) {
        this.file = file(run);
        try {
            var _ = Files.createDirectories(run);
            var _ = Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static Path file(Path run) {
        return run.resolve("progress.log");
    }

    /** Adds one line. A line that cannot be written (a full disk) stops nobody: it goes to the supervisor's own log. */
    synchronized void say(String line) {
        last = System.nanoTime();
        try {
            var _ = Files.writeString(
                    file,
                    "%6.1f s  %s%n".formatted((System.nanoTime() - began) / 1e9, line),
                    StandardOpenOption.APPEND,
                    StandardOpenOption.CREATE);
        } catch (IOException e) {
            System.err.println(line + " (" + Sentence.of(e) + ")");
        }
    }

    /** Since when nothing was said. */
    synchronized Duration silence() {
        return Duration.ofNanos(System.nanoTime() - last);
    }
}
