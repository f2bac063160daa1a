package org.partnershipfund.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log file, and the line in it that most likely says why. */
public final class LogTail {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int LINE_LIMIT = 240;
    private static final Pattern TELLING = Pattern.compile("FATAL|ERROR|Caused by|Exception|error:|Error:");

    private LogTail() {}

    /** The last lines of a file, none when there is no such file. */
    public static List<String> lines(Path log, int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = Math.max(0, file.length() - TAIL_BYTES);
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Such as {@code : FATAL: out of memory; log: /…/postgres.log}. */
    public static String reason(Path log) {
        var telling = lines(log, 200).reversed().stream()
                .filter(line -> TELLING.matcher(line).find())
                .findFirst()
                .map(String::strip)
                .map(line -> line.length() > LINE_LIMIT ? line.substring(0, LINE_LIMIT) + " ..." : line);
        return telling.map(line -> ": " + line).orElse("") + "; log: " + log;
    }
}
