package org.partnershipfund.foundation.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service's database, statement by statement. Inside a transaction every call works on that transaction's
 * connection; outside of one each call stands alone.
 */
@Singleton
public class Sql {

    private static final int ROWS_AT_ONCE = 500;

    private final AgroalDataSource database;
    private final @Nullable TransactionSynchronizationRegistry transactions;

    @Inject
    Sql(AgroalDataSource database, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Without a transaction manager: every statement runs when it is given, also {@linkplain #later those for later}. */
    public Sql(AgroalDataSource database) {
        this.database = database;
        this.transactions = null;
    }

    /** Something done with a connection, which it must not keep. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /** One row of an answer as what it means. */
    @FunctionalInterface
    public interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Runs the work and gives the connection back.
     *
     * @throws SqlFailure if the database does
     */
    public <T extends @Nullable Object> T with(Work<T> work) {
        try (Connection connection = connect()) {
            LaterStatements waiting = waiting();
            if (waiting != null) {
                waiting.send(connection);
            }
            return work.with(connection);
        } catch (SQLException e) {
            throw new SqlFailure(e, false);
        }
    }

    /** Something done with a connection that has no result. */
    @FunctionalInterface
    public interface Action {
        void with(Connection connection) throws SQLException;
    }

    /** As {@link #with}, for work without a result. */
    public void run(Action action) {
        boolean done = with(connection -> {
            action.with(connection);
            return true;
        });
        assert done;
    }

    private Connection connect() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new SqlFailure(e, true);
        }
    }

    /** All rows of a query; parameters as JDBC's {@code setObject} takes them. */
    public <T> List<T> list(String query, Row<T> row, @Nullable Object... parameters) {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, query, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        });
    }

    /** The first row of a query, if there is one. */
    public <T> @Nullable T first(String query, Row<T> row, @Nullable Object... parameters) {
        List<T> all = list(query, row, parameters);
        return all.isEmpty() ? null : all.getFirst();
    }

    /**
     * The rows of the last of several statements, sent together; each of them sees what was committed while an earlier
     * one waited for a lock. Parameters are counted through all of them.
     */
    public <T> List<T> listLast(String statements, Row<T> row, @Nullable Object... parameters) {
        return with(connection -> {
            try (PreparedStatement statement = prepare(connection, statements, parameters)) {
                List<T> last = List.of();
                boolean isRows = statement.execute();
                while (isRows || statement.getUpdateCount() != -1) {
                    if (isRows) {
                        last = new ArrayList<>();
                        try (ResultSet rows = statement.getResultSet()) {
                            // A SELECT for its effect alone has no column to read, and is not the last.
                            while (rows.getMetaData().getColumnCount() > 0 && rows.next()) {
                                last.add(row.read(rows));
                            }
                        }
                    }
                    isRows = statement.getMoreResults();
                }
                return last;
            }
        });
    }

    /** Runs an INSERT, UPDATE or DELETE and answers how many rows it touched. */
    public int update(String statement, @Nullable Object... parameters) {
        return with(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
                return prepared.executeUpdate();
            }
        });
    }

    /**
     * Runs an INSERT, UPDATE or DELETE of whose result nothing depends, in its turn and in this transaction: sent together
     * with others of its kind right before the next statement given here, or before the commit. A transaction that writes
     * ten rows of a record needs one round trip for them, and holds its locks for so much less time. What it fails with, it
     * fails with then, and the transaction with it.
     *
     * <p>Statements that are not given to this class, such as Hibernate's, may run before it.
     */
    public void later(String statement, @Nullable Object... parameters) {
        if (transactions == null || transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            int _ = update(statement, parameters);
            return;
        }
        LaterStatements waiting = waiting();
        if (waiting == null) {
            waiting = new LaterStatements(this);
            transactions.putResource(LaterStatements.class, waiting);
            transactions.registerInterposedSynchronization(waiting);
        }
        if (!waiting.add(statement, parameters)) {
            int _ = update(statement, parameters);
        }
    }

    private @Nullable LaterStatements waiting() {
        return transactions != null
                        && transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                        && transactions.getResource(LaterStatements.class) instanceof LaterStatements found
                ? found
                : null;
    }

    /**
     * As {@link #update}, for a statement that must touch exactly one row.
     *
     * @throws IllegalStateException if it touches another number of rows
     */
    public void updateOne(String statement, @Nullable Object... parameters) {
        int rows = update(statement, parameters);
        if (rows != 1) {
            throw new IllegalStateException("%d rows instead of one: %s".formatted(rows, statement));
        }
    }

    /**
     * Runs an INSERT once for each row of parameters, hundreds of rows to a round trip; rows that came while the others
     * were sent are never all in memory.
     */
    public void insertAll(String insert, Stream<@Nullable Object[]> rows) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                int waiting = 0;
                for (Iterator<@Nullable Object[]> each = rows.iterator(); each.hasNext(); ) {
                    @Nullable Object[] row = each.next();
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                    if (++waiting == ROWS_AT_ONCE) {
                        int[] _ = statement.executeBatch();
                        waiting = 0;
                    }
                }
                int[] _ = statement.executeBatch();
            }
        });
    }

    static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
