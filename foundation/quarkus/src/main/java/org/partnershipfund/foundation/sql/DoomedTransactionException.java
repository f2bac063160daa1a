package org.partnershipfund.foundation.sql;

/**
 * Something within a transaction failed and marked it for rollback, and its caller caught the failure and went on as if
 * nothing had happened: a bug of that caller, and not of the database.
 */
public final class DoomedTransactionException extends IllegalStateException {

    DoomedTransactionException() {
        super("a nested @Transactional method failed, which dooms the whole transaction, and its failure was caught; "
                + "let it pass, or decide without an exception (kernel Decision)");
    }
}
