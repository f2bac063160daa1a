package org.partnershipfund.foundation.sql;

import java.sql.SQLException;

/** The database could not do what it was asked; the cause says why. */
public final class SqlFailure extends RuntimeException {

    private final boolean connecting;

    SqlFailure(SQLException cause, boolean connecting) {
        super(cause.getMessage(), cause);
        this.connecting = connecting;
    }

    /** Whether there was not even a connection, for whatever reason: nothing is wrong with the statement then. */
    public boolean isConnecting() {
        return connecting;
    }
}
