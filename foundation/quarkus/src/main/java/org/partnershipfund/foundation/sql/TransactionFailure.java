package org.partnershipfund.foundation.sql;

/** A transaction could not be begun or committed; the cause says why. */
public final class TransactionFailure extends RuntimeException {

    public TransactionFailure(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
