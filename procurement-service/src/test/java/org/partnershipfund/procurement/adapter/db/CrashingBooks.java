package org.partnershipfund.procurement.adapter.db;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.adapter.db.LedgerDatabase.Slip;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.Move;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.TrialBalance;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Program;

/** The real tables behind a connection that can break at any statement, so that use cases can be watched dying. */
public final class CrashingBooks implements AutoCloseable {

    /** The connection broke, as it was told to. */
    public static final class Died extends RuntimeException {
        Died(Throwable cause) {
            super(cause);
        }
    }

    private final LedgerDatabase database;
    private final Sql sql = new Sql(proxy(AgroalDataSource.class, this::source));
    private final Documents documents = new Documents();
    private @Nullable Connection open;
    private int statementsLeft;
    private boolean died;

    private CrashingBooks(LedgerDatabase database) {
        this.database = database;
    }

    public static CrashingBooks start() {
        var database = LedgerDatabase.start();
        database.tamper(
                "CREATE TABLE said (event text NOT NULL, subject text NOT NULL); GRANT ALL ON said TO procurement_app");
        return new CrashingBooks(database);
    }

    /**
     * Does something in one transaction.
     *
     * @param dieAt at which statement the connection breaks; 0 for never
     * @throws Died if it came to that statement; nothing of the transaction is left then
     */
    public <T> T inTransaction(int dieAt, Supplier<T> work) {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            open = connection;
            statementsLeft = dieAt == 0 ? Integer.MAX_VALUE : dieAt;
            died = false;
            try {
                T done = work.get();
                connection.commit();
                return done;
            } catch (RuntimeException e) {
                connection.rollback();
                if (died) {
                    throw new Died(e);
                }
                throw e;
            } finally {
                open = null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the test is gone", e);
        }
    }

    public Contracts contracts() {
        return new JdbcContracts(sql, documents);
    }

    public Invoices invoices() {
        return new JdbcInvoices(sql, documents, new Holds(sql));
    }

    public BudgetLines lines(Clock clock) {
        return new PanacheBudgetLines(new PanacheBudgetLines.Rows(), sql, clock);
    }

    public Papers papers(Clock clock) {
        return new JdbcPapers(sql, new JdbcProcurementRules(sql), clock);
    }

    public RememberedFunds funds() {
        return new PanacheRememberedFunds(new PanacheRememberedFunds.Rows(), sql);
    }

    public Ledger ledger() {
        return new JdbcLedger(proxy(javax.sql.DataSource.class, this::source));
    }

    /** Says nothing to anybody, but needs the same connection and transaction as the real one. */
    public Outbox outbox() {
        return events -> events.forEach(event -> say(event.getClass().getSimpleName(), event));
    }

    public AuditTrail audit() {
        return change -> sql.updateOne(
                "INSERT INTO said (event, subject) VALUES (?, ?)", "audit " + change.action(), change.subject());
    }

    private void say(String name, DomainEvent event) {
        sql.updateOne("INSERT INTO said (event, subject) VALUES (?, ?)", name, event.toString());
    }

    /** How often something was said about a contract. */
    public long said(String event, ContractId contract) {
        return number("SELECT count(*) FROM said WHERE event = '%s' AND subject LIKE '%%%s%%'"
                .formatted(event, contract.value()));
    }

    /** What an account of a school's line holds. */
    public long cents(FundId fund, SchoolCode school, Account account) {
        return number("SELECT %s_cents FROM budget_line WHERE fund_id = '%s' AND school_code = '%s'"
                .formatted(account.word(), fund.value(), school.value()));
    }

    private long number(String query) {
        try {
            return database.number(query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public TrialBalance trialBalance(FundId fund) {
        return new JdbcLedger(database.dataSource()).trialBalance(LedgerSlice.of(fund));
    }

    /** An executed contract with two shares of the first school and one of the second, everything encumbered. */
    public Contract.Executed contract(
            SchoolCode one, SchoolCode two, long appropriated, List<Long> shares, LocalDate executedOn, Instant at) {
        try (var connection = database.connection()) {
            UUID fund = database.fund(2 * appropriated);
            Map<SchoolCode, UUID> lines = new HashMap<>();
            for (SchoolCode school : List.of(one, two)) {
                lines.put(school, line(connection, fund, school, appropriated));
            }
            UUID process = UUID.randomUUID();
            UUID contract = UUID.randomUUID();
            var program = new Program(UUID.randomUUID(), UUID.randomUUID(), "Harbor", "Harbor Club", "tutoring");
            execute(connection, """
                    INSERT INTO contracting_process (id, fund_id, fiscal_year, program_id, partner_id, service_area, route,
                                                     state, document)
                    VALUES ('%s', '%s', 2019, '%s', '%s', 'tutoring', 'call-off', 'awarded', '{}')
                    """.formatted(process, fund, program.id(), program.partner()));
            List<Share> drafted = new ArrayList<>();
            for (int i = 0; i < shares.size(); i++) {
                SchoolCode school = i < 2 ? one : two;
                drafted.add(share(connection, fund, process, program, school, lines, shares.get(i)));
            }
            Money amount = new Money(shares.stream().mapToLong(Long::longValue).sum());
            var terms = new Contract.Terms(
                    new ContractId(contract),
                    new ProcessId(process),
                    new FundId(fund),
                    new FiscalYear(2019),
                    program,
                    amount,
                    amount,
                    LocalDate.of(2018, 7, 1),
                    LocalDate.of(2019, 6, 30),
                    drafted,
                    Policy.rules()
                            .evaluate(LocalDate.of(2018, 2, 5), amount)
                            .orRefuse()
                            .state(),
                    at);
            var signer = new Signature(Step.DISTRICT, new Person("issuer", "signer"), at, null);
            Map<CommitmentId, CommitmentId> encumbrances = new HashMap<>();
            for (Share share : drafted) {
                var encumbrance = UUID.randomUUID();
                LedgerDatabase.insert(
                        connection,
                        new Slip(
                                lineOf(lines, share.school()),
                                Move.ENCUMBER,
                                share.amount().cents(),
                                encumbrance,
                                share.reservation().value()));
                encumbrances.put(share.reservation(), new CommitmentId(encumbrance));
            }
            var executed = inTransaction(0, () -> {
                var draft = new Contract.Draft(terms, List.of(signer));
                long version = contracts().store(draft, 0);
                var bound = Contract.execute(draft, encumbrances, contracts().nextNumber(), executedOn, at)
                        .orRefuse()
                        .state();
                long _ = contracts().store(bound, version);
                return (Contract.Executed) bound;
            });
            execute(
                    connection,
                    "UPDATE reserved_line SET state = 'encumbered', contract_id = '%s' WHERE process_id = '%s'"
                            .formatted(contract, process));
            return executed;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a contract", e);
        }
    }

    private static UUID lineOf(Map<SchoolCode, UUID> lines, SchoolCode school) {
        UUID line = lines.get(school);
        if (line == null) {
            throw new IllegalStateException("no line of " + school);
        }
        return line;
    }

    private static UUID line(Connection connection, UUID fund, SchoolCode school, long cents) throws SQLException {
        UUID line = UUID.randomUUID();
        execute(connection, """
                INSERT INTO budget_line (id, fund_id, fiscal_year, school_code, school_name, account, fund,
                                         responsibility_centre, program, subclass, opened_at)
                VALUES ('%s', '%s', 2019, '%s', 'A school', '52907', '100', '101203', '2536', '000', now())
                """.formatted(line, fund, school.value()));
        LedgerDatabase.insert(connection, new Slip(line, Move.PLAN, cents, null, null));
        LedgerDatabase.insert(connection, new Slip(line, Move.APPROPRIATE, cents, null, null));
        return line;
    }

    private static Share share(
            Connection connection,
            UUID fund,
            UUID process,
            Program program,
            SchoolCode school,
            Map<SchoolCode, UUID> lines,
            long cents)
            throws SQLException {
        UUID reservation = UUID.randomUUID();
        UUID selection = UUID.randomUUID();
        UUID line = UUID.randomUUID();
        LedgerDatabase.insert(connection, new Slip(lineOf(lines, school), Move.RESERVE, cents, reservation, null));
        execute(connection, """
                INSERT INTO held_selection (selection_id, version, fund_id, school_code, state, decided_at)
                VALUES ('%s', 1, '%s', '%s', 'held', now())
                """.formatted(selection, fund, school.value()));
        execute(connection, """
                INSERT INTO reserved_line (commitment_id, selection_id, version, line_id, fund_id, fiscal_year, school_code,
                                           program_id, program_name, partner_id, partner_name, service_area, amount_cents,
                                           state, process_id, awarded_cents)
                VALUES ('%s', '%s', 1, '%s', '%s', 2019, '%s', '%s', 'Harbor Club', '%s', 'Harbor', 'tutoring', %d, 'held',
                        '%s', %d)
                """.formatted(
                        reservation,
                        selection,
                        line,
                        fund,
                        school.value(),
                        program.id(),
                        program.partner(),
                        cents,
                        process,
                        cents));
        return new Share(school, selection, line, new Money(cents), new CommitmentId(reservation), null);
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            int _ = one.executeUpdate(statement);
        }
    }

    private Object source(Method method, @Nullable Object[] arguments) throws Throwable {
        Connection connection = open;
        if (!method.getName().equals("getConnection") || connection == null) {
            throw new UnsupportedOperationException(method.getName() + " outside of a transaction");
        }
        return proxy(Connection.class, (called, given) -> switch (called.getName()) {
            case "close" -> null;
            case "prepareStatement" -> breakable((PreparedStatement) invoke(connection, called, given));
            default -> invoke(connection, called, given);
        });
    }

    private PreparedStatement breakable(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (called, given) -> {
            if (called.getName().startsWith("execute")) {
                if (statementsLeft-- == 1) {
                    died = true;
                    throw new SQLException("the connection broke", "08006");
                }
            }
            return invoke(statement, called, given);
        });
    }

    private static Object invoke(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable Object with(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CrashingBooks.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.with(method, arguments)));
    }

    @Override
    public void close() {
        database.close();
    }
}
