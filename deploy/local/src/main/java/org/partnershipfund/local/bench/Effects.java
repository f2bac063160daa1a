package org.partnershipfund.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Service;

/**
 * How fast procurement works off a backlog that lies in Kafka, beside the same statements in a bare JDBC loop. Approval,
 * which hears the same events, stands still meanwhile, and so does the relay, which is done: both sides have the machine
 * to themselves.
 */
final class Effects {

    private static final int BACKLOG = 3_000;
    /** As many as procurement's channel has consumers. */
    private static final int CONCURRENCY = 3;

    private Effects() {}

    static void measure(Traffic traffic, Report report, int runs) throws SQLException, InterruptedException {
        report.chapter("Effects: %,d allocations at once become lines, %d consumers, %d funds"
                .formatted(BACKLOG, CONCURRENCY, Traffic.FUNDS));
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            ours.add(heard(traffic));
            bare.add(bare(traffic));
        }
        report.figure("effects a second (inbox, line, transfer, audit)", Report.median(ours, "%.0f"), "");
        report.figure("the same statements in a bare JDBC loop", Report.median(bare, "%.0f"), "yardstick");
        report.figure("ratio", "%.2f".formatted(middle(ours) / middle(bare)), "aim: 0.5");
    }

    /** From the first effect to the last, as the database noted them. */
    private static double heard(Traffic traffic) throws SQLException, InterruptedException {
        long before = traffic.effects();
        long last = traffic.count("SELECT coalesce(max(seq), 0) FROM transfer");
        var suite = traffic.suite();
        suite.freeze(Service.APPROVAL.module());
        try {
            suite.freeze(Service.PROCUREMENT.module());
            try {
                layUp(traffic);
            } finally {
                suite.thaw(Service.PROCUREMENT.module());
            }
            traffic.awaitEffects(before + BACKLOG);
        } finally {
            suite.thaw(Service.APPROVAL.module());
        }
        traffic.awaitApproval();
        long micros = traffic.count(
                "SELECT (extract(epoch FROM max(recorded_at) - min(recorded_at)) * 1e6)::bigint FROM transfer WHERE seq > "
                        + last);
        return BACKLOG * 1e6 / micros;
    }

    private static void layUp(Traffic traffic) throws SQLException, InterruptedException {
        try (var log = traffic.connection(Service.ALLOCATION);
                var topic = new TopicEnd(traffic.suite())) {
            long end = topic.offsets();
            log.setAutoCommit(false);
            for (int i = 0; i < BACKLOG; i++) {
                var _ = traffic.allocate(log);
            }
            log.commit();
            Suite.await("the backlog lies in Kafka", Duration.ofMinutes(2), () -> topic.offsets() >= end + BACKLOG);
        }
    }

    private static double bare(Traffic traffic) throws InterruptedException {
        long begin = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(CONCURRENCY)) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < CONCURRENCY; worker++) {
                Callable<Object> work = () -> {
                    try (var books = traffic.connection(Service.PROCUREMENT)) {
                        books.setAutoCommit(false);
                        for (int i = 0; i < BACKLOG / CONCURRENCY; i++) {
                            effect(books, traffic.funds().get(i % Traffic.FUNDS), traffic.school());
                        }
                    }
                    return true;
                };
                all.add(workers.submit(work));
            }
            for (var one : all) {
                var _ = one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the bare loop failed", e);
        }
        return BACKLOG * 1e9 / (System.nanoTime() - begin);
    }

    /** What procurement writes for one allocation, and nothing else. */
    private static void effect(Connection books, UUID fund, String school) throws SQLException {
        var line = UUID.randomUUID();
        execute(books, "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "bench " + school);
        execute(books, "INSERT INTO inbox (source, event_id) VALUES ('/bench', ?)", line.toString());
        execute(
                books,
                "SELECT EXISTS (SELECT FROM dead_letter WHERE lane = ? AND state IN ('parked', 'dead'))",
                "bench " + school);
        execute(books, "SELECT lock_remembered_fund(?)", fund);
        execute(books, "SELECT * FROM remembered_fund WHERE id = ?", fund);
        execute(books, "SELECT lock_budget_lines(?, ARRAY[?])", fund, school);
        execute(books, "SELECT * FROM budget_line WHERE fund_id = ? AND school_code = ?", fund, school);
        execute(books, """
                INSERT INTO budget_line (id, fund_id, fiscal_year, school_code, school_name, account, fund,
                                         responsibility_centre, program, subclass, opened_at)
                VALUES (?, ?, 2019, ?, 'A school', '52907', '100', '101203', '2536', '0000', now())""", line, fund, school);
        execute(books, """
                INSERT INTO transfer (id, line_id, debit, credit, cents, cause, reason, at)
                VALUES (?, ?, 'planned', 'available', 5277572, 'bench', 'bench', now())""", UUID.randomUUID(), line);
        execute(books, """
                INSERT INTO audit_log (at, issuer, actor, roles, action, subject, state_after)
                VALUES (now(), 'bench', 'bench', 'system', 'BudgetLineOpened', ?, '{}')""", line.toString());
        books.commit();
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var _ = statement.execute();
        }
    }

    private static double middle(List<Double> runs) {
        return runs.stream().sorted().toList().get(runs.size() / 2);
    }
}
