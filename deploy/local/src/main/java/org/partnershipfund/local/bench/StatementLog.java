package org.partnershipfund.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.partnershipfund.local.Suite;

/** What a service sends to PostgreSQL, from the server's own log: a yardstick that cannot drift from the code. */
final class StatementLog {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** A statement's further lines begin with a tab; the line with its values follows. */
    private static final Pattern EXECUTED = Pattern.compile(
            " execute [^:\\n]*: (?<sql>[^\\n]*(?:\\n\\t[^\\n]*)*)\\n[^\\t\\n]*DETAIL: +[Pp]arameters: (?<values>[^\\n]*)\\n");

    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private final Path log;
    private final Connection administrator;

    StatementLog(Suite suite, Connection administrator) {
        this.log = suite.place().log("postgres");
        this.administrator = administrator;
    }

    /** The statement with these words that the work makes a service send, with its values in their places. */
    String sentBy(Runnable work, String words) throws SQLException, InterruptedException {
        logEverything(true);
        try {
            long before = Files.size(log);
            // A connection of the service hears of the new setting between two statements.
            Suite.await("the statement is logged", SOON, () -> {
                work.run();
                return find(before, words).isPresent();
            });
            return find(before, words).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of PostgreSQL", e);
        } finally {
            logEverything(false);
        }
    }

    private Optional<String> find(long from, String words) {
        try (var channel = Files.newInputStream(log)) {
            channel.skipNBytes(from);
            String written = new String(channel.readAllBytes(), StandardCharsets.UTF_8);
            return EXECUTED.matcher(written)
                    .results()
                    .filter(executed -> executed.group("sql").contains(words))
                    .map(StatementLog::complete)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of PostgreSQL", e);
        }
    }

    private static String complete(MatchResult executed) {
        Map<String, String> values = new HashMap<>();
        VALUE.matcher(executed.group("values")).results().forEach(value -> values.put(value.group(1), value.group(2)));
        return PLACE.matcher(executed.group("sql"))
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "NULL")));
    }

    private void logEverything(boolean all) throws SQLException {
        try (var statement = administrator.createStatement()) {
            var _ = statement.execute(
                    all
                            ? "ALTER SYSTEM SET log_min_duration_statement = 0"
                            : "ALTER SYSTEM RESET log_min_duration_statement");
            var _ = statement.execute("SELECT pg_reload_conf()");
        }
    }
}
