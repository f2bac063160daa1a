package org.partnershipfund.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keeps a folder of logs bounded while their processes write on: a log that has grown beyond the limit is copied to its
 * one predecessor ({@code name.log.1}) and emptied.
 *
 * <p>Emptied, not renamed: all append to a file that is open already, PostgreSQL's as well as a JVM's, and nobody has
 * to be told. What is written between copy and emptying is lost, some lines at most. Where the disk has no room for a
 * copy and as much again, the log is emptied without one: a copy that takes the last byte would stop the database.
 *
 * @param folder where the logs lie
 * @param limitBytes how large a log may grow before it is begun anew
 * @param room bytes that are free where a log lies
 */
public record LogRotation(Path folder, long limitBytes, Room room) {

    private static final long USUAL_LIMIT_BYTES = 20L * 1024 * 1024;

    /** How many bytes are free where a file lies. */
    @FunctionalInterface
    public interface Room {
        long of(Path file) throws IOException;
    }

    /** The logs of this folder, 20 MB each. */
    public static LogRotation of(Path folder) {
        return new LogRotation(folder, USUAL_LIMIT_BYTES);
    }

    LogRotation(Path folder, long limitBytes) {
        this(folder, limitBytes, file -> Files.getFileStore(file).getUsableSpace());
    }

    /**
     * One look at all logs.
     *
     * @throws IOException when one of them could not be begun anew; the others were
     */
    public void round() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        IOException trouble = null;
        for (var log : logs()) {
            try {
                if (Files.size(log) > limitBytes) {
                    beginAnew(log);
                }
            } catch (IOException e) {
                trouble = e;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private List<Path> logs() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private void beginAnew(Path log) throws IOException {
        var predecessor = log.resolveSibling(log.getFileName() + ".1");
        // Copying over it would need the place of three on the disk.
        var _ = Files.deleteIfExists(predecessor);
        if (room.of(log) > 2 * Files.size(log)) {
            var _ = Files.copy(log, predecessor, StandardCopyOption.COPY_ATTRIBUTES);
        }
        try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            var _ = file.truncate(0);
        }
    }
}
