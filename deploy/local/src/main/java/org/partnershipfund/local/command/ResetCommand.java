package org.partnershipfund.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.supervise.SuiteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fund reset}. */
@Command(name = "reset", description = "Stops everything and deletes all data, passwords and keys.")
public final class ResetCommand implements Callable<Integer> {

    private final Place place;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    public ResetCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!yes && !confirmed()) {
            System.out.println("Nothing was deleted.");
            return 1;
        }
        var _ = new SuiteControl(place, System.out::println).down();
        for (var folder : List.of(place.data(), place.secrets(), place.run())) {
            delete(folder);
        }
        System.out.println("All data is deleted.");
        return 0;
    }

    private boolean confirmed() throws IOException {
        System.out.printf("Delete all databases, events, passwords and keys in %s? Type yes: ", place.dir());
        var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var _ = Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException thrown) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
