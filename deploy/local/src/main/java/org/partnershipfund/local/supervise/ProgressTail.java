package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Passes on what the supervisor has said since the last look. */
final class ProgressTail {

    private final Path file;
    private final Consumer<String> say;
    private int said;

    ProgressTail(Path run, Consumer<String> say) {
        this.file = Progress.file(run);
        this.say = say;
    }

    /** Forgets what was said before. */
    void skip() {
        said = lines().size();
    }

    void say() {
        var lines = lines();
        lines.subList(Math.min(said, lines.size()), lines.size()).forEach(say);
        said = lines.size();
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
