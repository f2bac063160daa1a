package org.partnershipfund.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one child is started and known to be ready.
 *
 * @param name what the user calls it, such as {@code kafka}
 * @param command program and arguments
 * @param environment added to the supervisor's own
 * @param directory where it runs
 * @param log standard output and error, appended
 * @param readyWithin after this a start counts as failed
 * @param ready answers true once it serves; asked repeatedly, an exception counts as not yet
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Duration readyWithin,
        Probe ready) {

    /** Whether the child serves. */
    @FunctionalInterface
    public interface Probe {
        boolean isReady() throws Exception;
    }

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
