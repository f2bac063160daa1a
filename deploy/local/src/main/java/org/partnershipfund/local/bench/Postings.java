package org.partnershipfund.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/**
 * Ledger transfers through the API. The door is {@code PUT /invoices/{id}/payment}: of all doors that post transfers it is
 * the one that people use most, it takes the same locks as every other (invoice, then budget lines), resolves a
 * commitment and opens another for each line of the invoice, which has one for each school of its contract. An invoice may
 * be paid cent by cent, so that one is good for some payments: not for thousands, because its document and the rows of its
 * audit trail name every part that was paid.
 */
final class Postings {

    private static final int EACH_RUN = 960;

    /**
     * So many lines are paid from as the one hot line is, until what a payment costs the service falls no further: measured
     * is a service that has been at work for a while, not one that compiles itself.
     */
    static final int PRACTICE_LINES = 16;

    private static final int BARE_WARM_UP = 480;

    private static final int CENTS = 1;

    /** Attempts on each invoice of the hot line: a quarter more than it can pay. */
    private static final int HOT_ATTEMPTS = 40;

    private static final Money HOT_PART = new Money(BenchPurchases.HOT_INVOICE.cents() / (HOT_ATTEMPTS * 4 / 5));

    private final BenchPurchases purchases;
    private final AtomicLong references = new AtomicLong();

    private Postings(BenchPurchases purchases) {
        this.purchases = purchases;
    }

    static void measure(BenchPurchases purchases, Report report, int runs) throws InterruptedException, SQLException {
        new Postings(purchases).measure(report, runs);
    }

    private void measure(Report report, int runs) throws InterruptedException, SQLException {
        practise();
        var _ = throughDoors(EACH_RUN, purchases.schools(0).size());
        bare(BARE_WARM_UP);
        List<Double> doors = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        List<Double> posted = new ArrayList<>();
        List<ProcessorTime.Split> splits = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            var processors = new ProcessorTime(purchases.suite());
            long before = transfers();
            doors.add(perSecond(EACH_RUN, () -> {
                var _ = throughDoors(EACH_RUN, purchases.schools(0).size());
            }));
            posted.add(doors.getLast() * (transfers() - before) / EACH_RUN);
            splits.add(processors.until(EACH_RUN));
            bares.add(perSecond(EACH_RUN, () -> bare(EACH_RUN)));
        }
        report.chapter(
                "Payments posted: %d budget lines under %d contracts, %d clients, %,d a run (locks, transfer, invoice, payment, event, audit)"
                        .formatted(BenchPurchases.SCHOOLS, purchases.contracts(), BenchPurchases.CLIENTS, EACH_RUN));
        report.figure("payments a second", Report.median(doors, "%.0f"), "");
        report.figure(
                "postings a second, counted in the ledger: a transfer for each line that is paid",
                Report.median(posted, "%.0f"),
                "aim: 300");
        splits.getLast().report(report, "ms of processor for one payment of the last run, by process");
        report.figure(
                "bare transaction of the same locks and rows, a round trip for each statement, a second",
                Report.median(bares, "%.0f"),
                "yardstick");
        report.figure(
                "of the bare transaction", "%.2f".formatted(Report.middle(doors) / Report.middle(bares)), "aim: 0.25");
        oneLine(report, runs);
        booksAgree(report);
    }

    /** Each client pays on invoices of its own, one after the other: nobody's version is stale. */
    private List<Integer> throughDoors(int count, int lines) throws InterruptedException {
        int each = count / BenchPurchases.CLIENTS;
        List<String> all = purchases.paidThroughDoors();
        return purchases.each(BenchPurchases.CLIENTS, client -> {
            List<String> own = IntStream.range(0, all.size())
                    .filter(place -> place % BenchPurchases.CLIENTS == client)
                    .mapToObj(all::get)
                    .toList();
            List<String> versions = new ArrayList<>();
            own.forEach(path -> versions.add(version(path)));
            for (int i = 0; i < each; i++) {
                int place = i % own.size();
                versions.set(
                        place,
                        pay(own.get(place), versions.get(place), new Money(CENTS), lines)
                                .expecting(200)
                                .etag()
                                .orElseThrow());
            }
            return each;
        });
    }

    private String version(String path) {
        return purchases
                .as("budget-office-1")
                .get(Door.PROCUREMENT, path)
                .expecting(200)
                .etag()
                .orElseThrow();
    }

    /** Pays so much of each of the first lines. */
    private Answer pay(String path, String version, Money amount, int lines) {
        String parts = IntStream.rangeClosed(1, lines)
                .mapToObj("{\"line\": %%d, \"amount\": {\"amount\": \"%s\", \"currency\": \"USD\"}}"
                        .formatted(amount.dollars())::formatted)
                .collect(Collectors.joining(", "));
        return purchases
                .as("budget-office-1")
                .put(Door.PROCUREMENT, path + "/payment", """
                        {"reference": "BENCH-%d", "lines": [%s]}
                        """.formatted(references.incrementAndGet(), parts), version);
    }

    /** Each client goes through the lines that nobody measures, and begins with another one. */
    private void practise() throws InterruptedException {
        var _ = purchases.each(BenchPurchases.CLIENTS, client -> {
            for (int i = 0; i < PRACTICE_LINES; i++) {
                int line = (client * PRACTICE_LINES / BenchPurchases.CLIENTS + i) % PRACTICE_LINES;
                payHot(line, client, new AtomicLong(), new AtomicLong());
            }
            return true;
        });
    }

    /** Each run has a line of its own, from which no earlier run has paid. */
    private void oneLine(Report report, int runs) throws InterruptedException, SQLException {
        AtomicLong accepted = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        int invoices = BenchPurchases.CLIENTS * BenchPurchases.HOT_EACH;
        int attempts = HOT_ATTEMPTS * invoices;
        List<Double> rates = new ArrayList<>();
        List<ProcessorTime.Split> splits = new ArrayList<>();
        long overspent = 0;
        for (int run = 0; run < runs; run++) {
            int line = PRACTICE_LINES + run;
            var processors = new ProcessorTime(purchases.suite());
            rates.add(perSecond(attempts, () -> {
                var _ = purchases.each(BenchPurchases.CLIENTS, client -> {
                    payHot(line, client, accepted, refused);
                    return true;
                });
            }));
            splits.add(processors.until(attempts));
            overspent += Math.max(
                    0, expended(BenchPurchases.hotSchool(line)) - BenchPurchases.HOT_INVOICE.cents() * invoices);
        }
        report.chapter(
                "One budget line: %d payments at once on %d invoices that can pay %d of them, another line each run"
                        .formatted(attempts, invoices, attempts * 4 / 5));
        report.figure("answers a second", Report.median(rates, "%.0f"), "aim: 200");
        report.figure(
                "accepted, refused, of all runs", "%d, %d".formatted(accepted.get(), refused.get()), "aim: 4 to 1");
        report.figure("overspent", "$" + new Money(overspent).dollars(), "aim: $0.00");
        splits.getLast().report(report, "ms of processor for one answer of the last run, by process");
    }

    /** On the invoices of one client at this line, one after the other. */
    private void payHot(int line, int client, AtomicLong accepted, AtomicLong refused) {
        for (String path : purchases.hot(line).get(client)) {
            payHot(path, accepted, refused);
        }
    }

    private void payHot(String path, AtomicLong accepted, AtomicLong refused) {
        String version = version(path);
        for (int i = 0; i < HOT_ATTEMPTS; i++) {
            Answer answer = pay(path, version, HOT_PART, 1);
            switch (answer.status()) {
                case 200 -> {
                    version = answer.etag().orElseThrow();
                    accepted.incrementAndGet();
                }
                case 409, 422 -> refused.incrementAndGet();
                default ->
                    throw new IllegalStateException(
                            "a payment answered %d: %s".formatted(answer.status(), answer.body()));
            }
        }
    }

    private long transfers() throws SQLException {
        try (var database = purchases.suite().administrator(Service.PROCUREMENT);
                var statement = database.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM transfer")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private long expended(String school) throws SQLException {
        try (var database = purchases.suite().administrator(Service.PROCUREMENT);
                var statement = database.prepareStatement(
                        "SELECT expended_cents FROM budget_line WHERE fund_id = ? AND school_code = ?")) {
            statement.setObject(1, purchases.fund());
            statement.setString(2, school);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void booksAgree(Report report) {
        var trial = purchases
                .as("budget-office-1")
                .get(Door.PROCUREMENT, "/trial-balance?fundId=" + purchases.fund())
                .expecting(200)
                .json();
        report.figure(
                "the trial balance after all of it",
                trial.path("balances").asBoolean() && trial.path("papersAgree").asBoolean() ? "balances" : "DIFFERS",
                "aim: balances, and agrees with its papers");
    }

    /** What a payment cannot do without, in one transaction each, by as many connections as there are clients. */
    private void bare(int count) throws InterruptedException {
        int each = count / BenchPurchases.CLIENTS;
        var _ = purchases.each(BenchPurchases.CLIENTS, client -> {
            try (var database = purchases.suite().application(Service.PROCUREMENT)) {
                database.setAutoCommit(false);
                for (int i = 0; i < each; i++) {
                    int place = (client + i * BenchPurchases.CLIENTS) % purchases.contracts();
                    payBare(
                            database,
                            UUID.fromString(
                                    purchases.paidBare().get(client).get(place).substring("/invoices/".length())),
                            purchases.schools(place));
                }
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException("the bare transaction failed", e);
            }
        });
    }

    private void payBare(Connection database, UUID invoice, List<String> schools) throws SQLException {
        String[] codes = schools.toArray(String[]::new);
        String reference = "BARE-" + UUID.randomUUID();
        UUID payment = UUID.randomUUID();
        execute(database, "SELECT document, version FROM invoice WHERE id = ? FOR UPDATE", invoice);
        execute(database, "SELECT FROM pg_advisory_xact_lock(hashtextextended(?, 0))", reference);
        execute(database, "SELECT 1 FROM invoice_payment WHERE reference = ?", reference);
        execute(
                database,
                "SELECT document FROM contract WHERE id = (SELECT contract_id FROM invoice WHERE id = ?)",
                invoice);
        execute(database, "SELECT FROM lock_budget_lines(?, ?)", purchases.fund(), codes);
        execute(
                database,
                "SELECT * FROM budget_line WHERE fund_id = ? AND school_code = ANY (?)",
                purchases.fund(),
                codes);
        execute(database, """
                INSERT INTO transfer (id, line_id, debit, credit, cents, opens, resolves, cause, reason, at)
                SELECT gen_random_uuid(), c.line_id, 'encumbered', 'expended', ?, gen_random_uuid(), c.id, ?, 'bench', now()
                  FROM contract_share s JOIN commitment c ON c.id = s.encumbrance_id
                 WHERE s.fund_id = ? AND s.school_code = ANY (?)
                """, CENTS, "invoice:" + invoice, purchases.fund(), codes);
        execute(
                database,
                "UPDATE invoice SET waiting_since = now(), modified_at = now(), document = document WHERE id = ?",
                invoice);
        execute(database, "UPDATE invoice_line SET paid_cents = paid_cents + ? WHERE invoice_id = ?", CENTS, invoice);
        execute(
                database,
                "INSERT INTO invoice_payment (id, invoice_id, reference, paid_on, cents) VALUES (?, ?, ?, current_date, ?)",
                payment,
                invoice,
                reference,
                CENTS * codes.length);
        execute(
                database,
                "INSERT INTO invoice_payment_part (payment_id, invoice_id, place, cents) SELECT ?, ?, place, ? FROM generate_series(1, ?) AS place",
                payment,
                invoice,
                CENTS,
                codes.length);
        execute(database, """
                INSERT INTO event_log (id, topic, subject, type, source, at, payload)
                VALUES (?, 'partnership-fund.procurement.v1', ?, 'org.partnershipfund.bench.Paid.v1', '/procurement-service',
                        now(), ?)""", UUID.randomUUID(), codes[0], "{\"bench\": \"%s\"}".formatted("x".repeat(700)));
        execute(
                database,
                """
                INSERT INTO audit_log (at, issuer, actor, roles, action, subject, state_before, state_after)
                VALUES (now(), 'bench', 'bench', 'budget-office', 'InvoicePaid', ?, ?::text, ?::text)""",
                invoice.toString(),
                "{\"bench\": \"%s\"}".formatted("x".repeat(2_000)),
                "{\"bench\": \"%s\"}".formatted("x".repeat(2_000)));
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
