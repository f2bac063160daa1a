package org.partnershipfund.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.LogTail;
import org.partnershipfund.local.process.StartFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fund logs}. */
@Command(name = "logs", description = "Shows the end of one log or of all.")
public final class LogsCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final Place place;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Such as kafka, allocation or supervisor; all without it.")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Keeps showing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines of each, ${DEFAULT-VALUE} without it.")
    private int lines = 40;

    public LogsCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var logs = logs();
        if (logs.isEmpty()) {
            throw new StartFailedException("there is no log " + (name.isEmpty() ? "" : "of " + name + " ") + "in "
                    + place.logs() + (name.isEmpty() ? "" : "; ./fund logs shows all"));
        }
        var ends = new HashMap<Path, Long>();
        for (var log : logs) {
            ends.put(log, Files.size(log));
            var prefix = prefix(log, logs.size());
            LogTail.lines(log, lines).forEach(line -> System.out.println(prefix + line));
        }
        while (follow) {
            Thread.sleep(LOOK_AGAIN);
            for (var log : logs) {
                showNew(log, ends, prefix(log, logs.size()));
            }
        }
        return 0;
    }

    private List<Path> logs() throws IOException {
        if (!Files.isDirectory(place.logs())) {
            return List.of();
        }
        var wanted = Service.named(name).map(Service::module).orElse(name);
        try (var files = Files.list(place.logs())) {
            return files.filter(file ->
                            wanted.isEmpty() ? file.toString().endsWith(".log") : file.equals(place.log(wanted)))
                    .sorted()
                    .toList();
        }
    }

    // Only whole lines are shown; a file that shrank was begun anew.
    private static void showNew(Path log, Map<Path, Long> ends, String prefix) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = ends.getOrDefault(log, 0L);
            file.seek(file.length() < from ? 0 : from);
            var bytes = new byte[(int) Math.min(file.length() - file.getFilePointer(), 1 << 20)];
            file.readFully(bytes);
            var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            var whole = text.lastIndexOf('\n') + 1;
            new String(bytes, 0, whole, java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> System.out.println(prefix + line));
            ends.put(log, file.getFilePointer() - bytes.length + whole);
        }
    }

    private static String prefix(Path log, int count) {
        return count == 1
                ? ""
                : "%-22s".formatted(String.valueOf(log.getFileName()).replace(".log", ""));
    }
}
