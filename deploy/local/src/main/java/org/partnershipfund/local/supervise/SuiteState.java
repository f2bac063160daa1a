package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.partnershipfund.local.process.Stamp;

/**
 * What is written down about one run of the suite, so that any later command finds its processes again.
 *
 * @param supervisor the process that owns the children
 * @param phase how far it is
 * @param failure the one line that says why it failed, empty otherwise
 * @param children by name, in the order of starting
 */
public record SuiteState(Stamp supervisor, Phase phase, String failure, Map<String, ChildState> children) {

    /** How far a run is. */
    public enum Phase {
        STARTING,
        UP,
        STOPPING,
        FAILED,
        DOWN
    }

    /**
     * One child.
     *
     * @param stamp its present process
     * @param restarts how often it was started again after a crash
     */
    public record ChildState(Stamp stamp, int restarts) {}

    public SuiteState {
        children = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    private static Path file(Path run) {
        return run.resolve("suite.properties");
    }

    /** Reads what the last run wrote; empty when there never was one. */
    public static Optional<SuiteState> read(Path run) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(run))) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(run), e);
        }
        return Stamp.parse(properties.getProperty("supervisor", ""))
                .map(supervisor -> new SuiteState(
                        supervisor,
                        Phase.valueOf(properties.getProperty("phase", Phase.DOWN.name())),
                        properties.getProperty("failure", ""),
                        children(properties)));
    }

    /** Replaces what is written; a reader sees the old or the new, never half. */
    public void write(Path run) {
        var properties = new Properties();
        properties.setProperty("supervisor", supervisor.toString());
        properties.setProperty("phase", phase.name());
        properties.setProperty("failure", failure);
        properties.setProperty("children", String.join(",", children.keySet()));
        children.forEach((name, child) -> {
            properties.setProperty(name + ".process", child.stamp().toString());
            properties.setProperty(name + ".restarts", String.valueOf(child.restarts()));
        });
        try {
            var _ = Files.createDirectories(run);
            var draft = Files.createTempFile(run, "suite", ".draft");
            try {
                try (var writer = Files.newBufferedWriter(draft)) {
                    properties.store(writer, null);
                }
                var _ = Files.move(
                        draft, file(run), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                var _ = Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(run), e);
        }
    }

    /** Whether the process that owns the children is there. */
    public boolean isSupervised() {
        return supervisor.isAlive();
    }

    /** Children whose process still runs. */
    public Map<String, Stamp> alive() {
        var alive = new LinkedHashMap<String, Stamp>();
        children.forEach((name, child) -> {
            if (child.stamp().isAlive()) {
                alive.put(name, child.stamp());
            }
        });
        return alive;
    }

    private static Map<String, ChildState> children(Properties properties) {
        var children = new LinkedHashMap<String, ChildState>();
        for (var name : properties.getProperty("children", "").split(",", -1)) {
            Stamp.parse(properties.getProperty(name + ".process", ""))
                    .ifPresent(stamp -> children.put(
                            name,
                            new ChildState(stamp, Integer.parseInt(properties.getProperty(name + ".restarts", "0")))));
        }
        return children;
    }
}
