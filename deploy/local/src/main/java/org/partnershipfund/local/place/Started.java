package org.partnershipfund.local.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the running suite was started, for commands of another shell: who vouches for its people is not theirs to choose.
 */
public final class Started {

    private static final Set<String> REMEMBERED =
            Set.of(Settings.IDENTITY, Settings.EXTERNAL_OIDC, Settings.EXTERNAL_OIDC_CLIENT);

    private Started() {}

    /** Notes the settings of this start. */
    public static void write(Place place) {
        var properties = new Properties();
        for (var name : new TreeSet<>(REMEMBERED)) {
            properties.setProperty(name, place.settings().value(name).orElse(""));
        }
        try {
            var _ = Files.createDirectories(place.run());
            try (var writer = Files.newBufferedWriter(file(place))) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(place), e);
        }
    }

    /** Forgets them: the next start chooses anew. */
    public static void forget(Place place) {
        try {
            var _ = Files.deleteIfExists(file(place));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(place), e);
        }
    }

    /** The place with the settings of its running suite; the place itself when nothing runs. */
    public static Place of(Place place) {
        if (!Files.exists(file(place))) {
            return place;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(place))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(place), e);
        }
        var started = place;
        for (var name : REMEMBERED) {
            started = started.with(name, properties.getProperty(name, ""));
        }
        return started;
    }

    private static Path file(Place place) {
        return place.run().resolve("started.properties");
    }
}
