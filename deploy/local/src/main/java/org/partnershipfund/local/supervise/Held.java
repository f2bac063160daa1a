package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.partnershipfund.local.place.Place;

/**
 * Children that somebody stopped on purpose, such as a service whose database is being restored: a file each, so that any
 * command can hold one and the supervisor, which listens to nobody, sees it. It starts none of them again until it is
 * released; a new start of the suite holds nobody.
 */
public final class Held {

    private final Path folder;

    public Held(Place place) {
        this(place.run());
    }

    Held(Path run) {
        this.folder = run.resolve("held");
    }

    /** Whether the child shall stay stopped. */
    public boolean contains(String child) {
        return Files.exists(folder.resolve(child));
    }

    /** From now on the child is not started again. */
    public void add(String child) {
        try {
            var _ = Files.createDirectories(folder);
            var _ = Files.writeString(folder.resolve(child), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hold " + child, e);
        }
    }

    /** From now on it is. */
    public void remove(String child) {
        try {
            var _ = Files.deleteIfExists(folder.resolve(child));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + child, e);
        }
    }

    /** Holds nobody. */
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.forEach(file -> remove(String.valueOf(file.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }
}
