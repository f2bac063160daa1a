package org.partnershipfund.foundation.sql;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Transactions by hand, for work that no request began: each with a request context of its own. */
@Singleton
public class Transactions {

    private static final int TIMEOUT_SECONDS = 60;
    private static final Logger LOG = Logger.getLogger(Transactions.class);

    private final TransactionManager manager;

    @Inject
    Transactions(TransactionManager manager) {
        this.manager = manager;
    }

    /** Says whether what was done shall stay. */
    public record Verdict<T extends @Nullable Object>(T result, boolean keep) {}

    /** Runs the work in a new transaction and commits; whatever it throws rolls back and is thrown on. */
    public <T extends @Nullable Object> T inNew(Supplier<T> work) {
        return decide(() -> new Verdict<>(work.get(), true));
    }

    /**
     * Runs the work in a new transaction; commits if it says so, rolls back otherwise.
     *
     * @throws TransactionFailure if the commit fails: what was done may or may not have stayed
     * @throws DoomedTransactionException if something inside has doomed it, and yet the work says to keep it
     * @throws IllegalStateException if a transaction is going on already
     */
    public <T extends @Nullable Object> T decide(Supplier<Verdict<T>> work) {
        ManagedContext requests = Arc.container().requestContext();
        ContextState outer = requests.isActive() ? requests.getState() : null;
        if (outer != null) {
            requests.deactivate();
        }
        requests.activate();
        try {
            return inTransaction(work);
        } finally {
            requests.terminate();
            if (outer != null) {
                requests.activate(outer);
            }
        }
    }

    /**
     * Makes sure that what was done in this transaction can still stay; a commit would only find out.
     *
     * @throws DoomedTransactionException if something inside marked it for rollback: the same work will do so again
     * @throws TransactionFailure if it ended by itself, such as by its time limit
     */
    public void requireAlive() {
        int status;
        try {
            status = manager.getStatus();
        } catch (SystemException e) {
            throw new TransactionFailure(e);
        }
        switch (status) {
            case Status.STATUS_ACTIVE -> {}
            case Status.STATUS_MARKED_ROLLBACK -> throw new DoomedTransactionException();
            default ->
                throw new TransactionFailure(new RollbackException(
                        "the transaction ended before its work did (status %d)".formatted(status)));
        }
    }

    private <T extends @Nullable Object> T inTransaction(Supplier<Verdict<T>> work) {
        boolean open = false;
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                throw new IllegalStateException("a transaction is going on already");
            }
            manager.setTransactionTimeout(TIMEOUT_SECONDS);
            manager.begin();
            open = true;
            // The limit belongs to the thread: whoever uses it next gets the default again.
            manager.setTransactionTimeout(0);
            Verdict<T> verdict = work.get();
            if (verdict.keep()) {
                requireAlive();
            }
            open = false;
            if (verdict.keep()) {
                manager.commit();
            } else {
                manager.rollback();
            }
            return verdict.result();
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | jakarta.transaction.HeuristicMixedException
                | jakarta.transaction.HeuristicRollbackException e) {
            throw new TransactionFailure(e);
        } finally {
            if (open) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            manager.rollback();
        } catch (SystemException | IllegalStateException e) {
            // The reason for the rollback is on its way to the caller; this must not replace it.
            LOG.debug("rollback failed", e);
        }
    }
}
