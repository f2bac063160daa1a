package org.partnershipfund.foundation.sql;

import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of one transaction that wait to be sent together, in the order in which they were given. */
final class LaterStatements implements Synchronization {

    /** Enough for every verb; whoever writes more is not kept waiting for all of it, nor is the memory. */
    private static final int MOST = 16;

    private final Sql sql;
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private boolean ending;

    LaterStatements(Sql sql) {
        this.sql = sql;
    }

    /** Whether the statement waits now; if not, it must run at once. */
    boolean add(String statement, @Nullable Object[] values) {
        if (ending || statements.size() == MOST) {
            return false;
        }
        Collections.addAll(parameters, values);
        return statements.add(statement);
    }

    void send(Connection connection) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        String all = String.join(";\n", statements);
        @Nullable Object[] values = parameters.toArray();
        clear();
        try (var together = Sql.prepare(connection, all, values)) {
            boolean _ = together.execute();
        }
    }

    /** Others may still write before the same commit; they do it at once. */
    @Override
    public void beforeCompletion() {
        ending = true;
        if (!statements.isEmpty()) {
            // Whatever is done with a connection sends first what waits.
            sql.run(_ -> {});
        }
    }

    @Override
    public void afterCompletion(int status) {
        clear();
    }

    private void clear() {
        statements.clear();
        parameters.clear();
    }
}
