package org.partnershipfund.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One process that can be recognised again: its id, and when it started, because the system gives ids out anew.
 *
 * @param pid the process id
 * @param start opaque; on Linux the boot and the clock tick of the start, which no change of the wall clock moves
 */
public record Stamp(long pid, String start) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** The stamp of a process that is running now. */
    public static Stamp of(ProcessHandle handle) {
        return new Stamp(handle.pid(), startOf(handle).orElse("gone"));
    }

    /** The process, when it is still the same one and not a zombie. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(handle -> startOf(handle).filter(start::equals).isPresent());
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Reads back {@link #toString}. */
    public static Optional<Stamp> parse(String text) {
        var at = text.indexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stamp(Long.parseLong(text.substring(0, at)), text.substring(at + 1)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return pid + "@" + start;
    }

    private static Optional<String> startOf(ProcessHandle handle) {
        if (!Files.isReadable(BOOT)) {
            return handle.isAlive() ? handle.info().startInstant().map(Instant::toString) : Optional.empty();
        }
        try {
            var boot = Files.readString(BOOT).strip();
            var line = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            // The name stands in parentheses and may hold blanks: count the fields after the last one.
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            var state = fields[0];
            var startTick = fields[19];
            return state.equals("Z") || state.equals("X") ? Optional.empty() : Optional.of(boot + "/" + startTick);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
