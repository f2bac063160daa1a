package org.partnershipfund.procurement.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.adapter.db.LedgerDatabase.Slip;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.Move;
import org.partnershipfund.procurement.ledger.Transfer;
import org.partnershipfund.procurement.ledger.Voucher;

/** Many writers, none of whom looks first: no cent is spent twice, no circle of waiting, the books agree. */
@Timeout(120)
class LedgerUnderConcurrencyIT {

    private static final int WRITERS = 8;
    private static final List<Move> AFTER_THE_VOTE = Arrays.stream(Move.values())
            .filter(move -> move != Move.PLAN && move != Move.APPROPRIATE)
            .toList();

    private static LedgerDatabase database;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void one_hot_line_ends_at_exactly_zero() throws Exception {
        UUID line = database.appropriatedLine(1_000_03);

        List<Long> reserved = together(writer -> {
            var chance = new Random(writer);
            long mine = 0;
            try (Connection connection = database.connection()) {
                long cents = 5_000;
                while (cents > 0) {
                    long asked = 1 + chance.nextLong(cents);
                    if (tries(connection, new Slip(line, Move.RESERVE, asked, UUID.randomUUID(), null))) {
                        mine += asked;
                    } else {
                        cents = asked - 1; // too much: ask for less, down to a single cent
                    }
                }
            }
            return mine;
        });

        assertThat(reserved.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000_03);
        assertThat(database.cents(line, Account.AVAILABLE)).isZero();
        assertThat(database.cents(line, Account.RESERVED)).isEqualTo(1_000_03);
        assertTheBooksAgree();
    }

    @Test
    void one_hot_reservation_is_used_up_once() throws Exception {
        UUID line = database.appropriatedLine(10_000);
        UUID reservation = UUID.randomUUID();
        try (Connection connection = database.connection()) {
            LedgerDatabase.insert(connection, new Slip(line, Move.RESERVE, 1_000, reservation, null));
        }

        List<Long> used = together(writer -> {
            long mine = 0;
            try (Connection connection = database.connection()) {
                Move move = writer % 2 == 0 ? Move.ENCUMBER : Move.RELEASE_RESERVATION;
                while (tries(
                        connection, new Slip(line, move, 1, move.opens() ? UUID.randomUUID() : null, reservation))) {
                    mine++;
                }
            }
            return mine;
        });

        assertThat(used.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
        assertThat(database.cents(line, Account.RESERVED)).isZero();
        assertTheBooksAgree();
    }

    /** Whole life of money, chosen at random by every writer on the same few lines. */
    @ParameterizedTest
    @ValueSource(longs = {20190701, 42, 7})
    void random_writers_never_overspend_and_the_books_agree(long seed) throws Exception {
        List<UUID> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lines.add(database.appropriatedLine(50_000));
        }
        List<Open> open = Collections.synchronizedList(new ArrayList<>());

        var _ = together(writer -> {
            var chance = new Random(seed + writer);
            try (Connection connection = database.connection()) {
                for (int i = 0; i < 150; i++) {
                    attempt(connection, chance, lines, open);
                }
            }
            return 0L;
        });

        for (UUID line : lines) {
            assertThat(database.cents(line, Account.AVAILABLE)
                            + database.cents(line, Account.RESERVED)
                            + database.cents(line, Account.ENCUMBERED)
                            + database.cents(line, Account.EXPENDED)
                            + database.cents(line, Account.LAPSED))
                    .isEqualTo(50_000);
        }
        assertTheBooksAgree();
    }

    /** Each posting touches all lines in an order of its own; without locks in line order they would wait in a circle. */
    @Test
    void postings_to_many_lines_in_any_order_never_wait_in_a_circle() throws Exception {
        List<UUID> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.add(database.appropriatedLine(1_000));
        }
        var ledger = new JdbcLedger(database.dataSource());

        var _ = together(writer -> {
            var chance = new Random(writer);
            for (int i = 0; i < 30; i++) {
                List<UUID> shuffled = new ArrayList<>(lines);
                Collections.shuffle(shuffled, chance);
                ledger.post(shuffled.stream()
                        .map(line -> new Transfer(
                                new BudgetLineId(line),
                                Move.RESERVE,
                                new Money(1),
                                new CommitmentId(UUID.randomUUID()),
                                null,
                                new Voucher(UUID.randomUUID(), "test", "test", Instant.EPOCH)))
                        .toList());
            }
            return 0L;
        });

        for (UUID line : lines) {
            assertThat(database.cents(line, Account.RESERVED)).isEqualTo(WRITERS * 30);
        }
    }

    private record Open(UUID line, UUID id, Account account) {}

    private static void attempt(Connection connection, Random chance, List<UUID> lines, List<Open> open)
            throws SQLException {
        Move move = AFTER_THE_VOTE.get(chance.nextInt(AFTER_THE_VOTE.size()));
        UUID line = lines.get(chance.nextInt(lines.size()));
        UUID resolves = null;
        if (move.resolves()) {
            List<Open> fitting;
            synchronized (open) {
                fitting = open.stream().filter(o -> o.account == move.debit()).toList();
            }
            if (fitting.isEmpty()) {
                return;
            }
            Open from = fitting.get(chance.nextInt(fitting.size()));
            line = from.line;
            resolves = from.id;
        }
        // Lapsing is for the year's end: a cent at a time, so that something is left to play with.
        long cents = move == Move.LAPSE ? 1 : 1 + chance.nextInt(4_000);
        UUID opens = move.opens() ? UUID.randomUUID() : null;
        if (tries(connection, new Slip(line, move, cents, opens, resolves)) && opens != null) {
            open.add(new Open(line, opens, move.credit()));
        }
    }

    private static boolean tries(Connection connection, Slip slip) {
        try {
            LedgerDatabase.insert(connection, slip);
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(LedgerDatabase.CHECK);
            return false;
        }
    }

    private static void assertTheBooksAgree() {
        var trial = new JdbcLedger(database.dataSource()).trialBalance(LedgerSlice.ALL);

        assertThat(trial.disagreements()).isEmpty();
        assertThat(trial.balances()).isTrue();
    }

    private interface Work {
        long of(int writer) throws Exception;
    }

    private static List<Long> together(Work work) throws Exception {
        var start = new CyclicBarrier(WRITERS);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                Callable<Long> task = () -> {
                    start.await();
                    return work.of(writer);
                };
                all.add(writers.submit(task));
            }
            List<Long> results = new ArrayList<>();
            for (Future<Long> one : all) {
                results.add(one.get());
            }
            return results;
        }
    }
}
