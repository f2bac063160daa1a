package org.partnershipfund.foundation.files;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Removes from a {@link FileStore} what no row names (a request failed behind its upload, or the service died between
 * them) and uploads that were cut off, once they are older than a grace period that no transaction lasts. Several instances
 * may sweep the same folder at once.
 *
 * <p>Source: docs/operations.md, Files.
 */
public final class FileSweep {

    private static final Logger LOG = Logger.getLogger(FileSweep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final FileStore store;
    private final Names names;
    private final Duration grace;
    private final Clock clock;
    private final Counter unnamed;
    private final Counter cutOff;
    private final Worker worker;

    /**
     * A sweep that does not run yet.
     *
     * @param grace how old a file must be
     * @param clock real time, as the file system has it
     */
    public FileSweep(FileStore store, Names names, Duration grace, Clock clock, MeterRegistry registry) {
        this.store = store;
        this.names = names;
        this.grace = grace;
        this.clock = clock;
        this.unnamed = counter(registry, "unnamed");
        this.cutOff = counter(registry, "cut-off");
        this.worker = new Worker("files that no row names", EVERY, () -> {
            var _ = sweep();
            return false;
        });
    }

    private static Counter counter(MeterRegistry registry, String kind) {
        return Counter.builder("fund.files.swept")
                .description("Files that were removed because nobody needs them")
                .tag("kind", kind)
                .register(registry);
    }

    /** Which digests the tables name; asked of the committed state. */
    public interface Names {

        /** Those of the digests that a row names. */
        Set<String> among(Collection<String> digests);

        /** Whether any row names a file. */
        boolean isAny();

        /** The digests of one column. */
        static Names of(Sql sql, String table, String column) {
            return new Names() {
                @Override
                public Set<String> among(Collection<String> digests) {
                    List<String> named = sql.list(
                            "SELECT DISTINCT %1$s FROM %2$s WHERE %1$s = ANY (?)".formatted(column, table),
                            row -> row.getString(1),
                            (Object) digests.toArray(String[]::new));
                    return named.stream().collect(Collectors.toUnmodifiableSet());
                }

                @Override
                public boolean isAny() {
                    return !sql.list("SELECT FROM %s LIMIT 1".formatted(table), _ -> true)
                            .isEmpty();
                }
            };
        }
    }

    /**
     * What a sweep removed.
     *
     * @param unnamed files that no row named
     * @param cutOff uploads that never came to their end
     */
    public record Swept(int unnamed, int cutOff, long bytes) {}

    /** Begins to sweep, now and then every hour. */
    public void start() {
        worker.start();
    }

    /** Ends. */
    public void stop() {
        worker.stop();
    }

    /** Sweeps once. */
    public Swept sweep() {
        Swept swept = store.sweep(names, clock.instant().minus(grace));
        if (swept.unnamed() + swept.cutOff() > 0) {
            unnamed.increment(swept.unnamed());
            cutOff.increment(swept.cutOff());
            LOG.infof(
                    "removed %d files that no row names and %d uploads that were cut off, %d bytes together",
                    swept.unnamed(), swept.cutOff(), swept.bytes());
        }
        return swept;
    }
}
