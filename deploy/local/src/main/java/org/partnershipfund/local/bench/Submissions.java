package org.partnershipfund.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/**
 * Selections handed in by many schools at once, and by one school at once that can pay half of them.
 *
 * <p>Measured is a service that has been at work for a while: after a start, while it compiles itself, each submission
 * costs it more than three times as much. How it fares then is told beside the others.
 */
final class Submissions {

    /** Selections of all schools that are measured. */
    private static final int SELECTIONS = 10_000;

    /** What a service that was started a moment ago is asked first. */
    private static final int FIRST = 2_000;

    /** So many more, of schools that are not measured, until what one costs the service falls no further. */
    private static final int WARM_UP = 18_000;

    private static final int AT_ONE_SCHOOL =
            2 * (int) (BenchDistrict.HOT_ALLOCATION.cents() / BenchDistrict.AMOUNT.cents());

    private final BenchDistrict district;

    private Submissions(BenchDistrict district) {
        this.district = district;
    }

    /** Leaves 10,000 submitted selections of the schools that are measured. */
    static void measure(BenchDistrict district, Report report, int runs) throws InterruptedException, SQLException {
        new Submissions(district).measure(report, runs);
    }

    private void measure(Report report, int runs) throws InterruptedException, SQLException {
        List<String> first = practice(FIRST);
        var beginning = new ProcessorTime(district.suite());
        double cold = perSecond(first.size(), () -> {
            var _ = submit(first);
        });
        var coldSplit = beginning.until(first.size());
        var _ = submit(practice(WARM_UP));
        int each = SELECTIONS / runs;
        List<Double> doors = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        List<ProcessorTime.Split> splits = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            List<String> drafts = drafts(each);
            var processors = new ProcessorTime(district.suite());
            doors.add(perSecond(drafts.size(), () -> {
                var _ = submit(drafts);
            }));
            splits.add(processors.until(drafts.size()));
            bares.add(perSecond(each, () -> bare(each)));
        }
        report.chapter(
                "Selections submitted: %,d schools, %d clients, %,d a run (lock, sum, state, steps, event, audit)"
                        .formatted(BenchDistrict.SCHOOLS, BenchDistrict.CLIENTS, each));
        report.figure("submissions a second", Report.median(doors, "%.0f"), "aim: 300");
        report.figure(
                "the first %,d after the start, a second".formatted(FIRST),
                "%.0f".formatted(cold),
                "no aim: compiling");
        coldSplit.report(report, "ms of processor for one of those, by process");
        splits.getLast().report(report, "ms of processor for one of the last run, by process");
        report.figure(
                "bare transaction of the same locks and rows, a second", Report.median(bares, "%.0f"), "yardstick");
        report.figure(
                "of the bare transaction", "%.2f".formatted(Report.middle(doors) / Report.middle(bares)), "aim: 0.25");
        oneSchool(report, runs);
    }

    /** Each run has a school of its own, whose money no earlier run has spent. */
    private void oneSchool(Report report, int runs) throws InterruptedException, SQLException {
        List<Double> rates = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        long overspent = 0;
        for (int run = 0; run < runs; run++) {
            String school = BenchDistrict.hotSchool(run);
            List<String> drafts = district.each(AT_ONE_SCHOOL, _ -> district.draft(school));
            rates.add(perSecond(drafts.size(), () -> answers.addAll(submit(drafts))));
            overspent += Math.max(0, spent(school) - BenchDistrict.HOT_ALLOCATION.cents());
        }
        report.chapter("One school hands in %d selections at once and can pay %d of them, another school each run"
                .formatted(AT_ONE_SCHOOL, AT_ONE_SCHOOL / 2));
        report.figure("answers a second", Report.median(rates, "%.0f"), "aim: 200");
        report.figure(
                "accepted, refused, of all runs",
                "%d, %d"
                        .formatted(
                                answers.stream().filter(status -> status == 200).count(),
                                answers.stream().filter(status -> status == 422).count()),
                "aim: half, half");
        report.figure("overspent", "$" + new Money(overspent).dollars(), "aim: $0.00");
    }

    private long spent(String school) throws SQLException {
        try (var database = district.suite().administrator(Service.APPROVAL);
                var statement = database.prepareStatement(
                        "SELECT coalesce(sum(total_cents), 0) FROM selection WHERE school_code = ? AND state = 'submitted'")) {
            statement.setString(1, school);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private List<String> drafts(int count) throws InterruptedException {
        return district.each(count, place -> district.draft(BenchDistrict.school(place % BenchDistrict.SCHOOLS)));
    }

    private List<String> practice(int count) throws InterruptedException {
        return district.each(count, district::practiceDraft);
    }

    private List<Integer> submit(List<String> drafts) throws InterruptedException {
        var leader = district.as("school-leader");
        return district.each(drafts.size(), place -> {
            Answer answer = leader.put(Door.APPROVAL, drafts.get(place) + "/submission", null, "\"1\"");
            if (answer.status() != 200 && answer.status() != 422) {
                throw new IllegalStateException(
                        "a submission answered %d: %s".formatted(answer.status(), answer.body()));
            }
            return answer.status();
        });
    }

    /** What a submission cannot do without, in one transaction each, by as many connections as there are clients. */
    private void bare(int count) throws InterruptedException {
        int each = count / BenchDistrict.CLIENTS;
        var _ = district.each(BenchDistrict.CLIENTS, client -> {
            try (var database = district.suite().application(Service.APPROVAL)) {
                database.setAutoCommit(false);
                for (int i = 0; i < each; i++) {
                    submitBare(database, BenchDistrict.school((client * each + i) % BenchDistrict.SCHOOLS));
                }
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException("the bare transaction failed", e);
            }
        });
    }

    private void submitBare(Connection database, String school) throws SQLException {
        execute(
                database,
                "SELECT amount_cents FROM remembered_allocation WHERE fund_id = ? AND school_code = ? FOR UPDATE",
                district.fund(),
                school);
        execute(
                database,
                "SELECT * FROM selection WHERE id = (SELECT id FROM selection WHERE school_code = ? LIMIT 1) FOR UPDATE",
                school);
        execute(
                database,
                "SELECT sum(total_cents) FROM selection WHERE fund_id = ? AND school_code = ? AND state IN ('submitted', 'approved', 'reserved')",
                district.fund(),
                school);
        execute(
                database,
                "UPDATE selection SET modified_at = now() WHERE id = (SELECT id FROM selection WHERE school_code = ? LIMIT 1)",
                school);
        execute(database, """
                INSERT INTO event_log (id, topic, subject, type, source, at, payload)
                VALUES (?, 'partnership-fund.approval.v1', ?, 'org.partnershipfund.bench.Submitted.v1', '/approval-service', now(), ?)""", UUID.randomUUID(), school, "{\"bench\": \"%s\"}".formatted("x".repeat(600)));
        execute(database, """
                INSERT INTO audit_log (at, issuer, actor, roles, action, subject, state_after)
                VALUES (now(), 'bench', 'bench', 'school-leader', 'SelectionSubmitted', ?, ?::text)""", school, "{\"bench\": \"%s\"}".formatted("x".repeat(1_500)));
        database.commit();
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var _ = statement.execute();
        }
    }

    /** Something that is measured. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static double perSecond(int count, Work work) throws InterruptedException {
        long begin = System.nanoTime();
        work.run();
        return count * 1e9 / (System.nanoTime() - begin);
    }
}
