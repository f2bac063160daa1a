package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.partnershipfund.foundation.eventlog.AfterCommit;
import org.partnershipfund.procurement.disclosure.Disclosures;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.usecase.Disclose;

/**
 * Publishes what changed about a process right before the transaction commits: whatever changes a process, a contract or
 * an invoice is a step that the public may see, and no verb can forget it. If the release cannot be written, the step is
 * not taken.
 */
@Singleton
class Disclosing {

    private final TransactionSynchronizationRegistry transactions;
    private final Instance<Disclose> disclose;
    private final Disclosures disclosures;
    private final DueDisclosures later;
    private final AfterCommit afterCommit;
    private final Clock clock;

    Disclosing(
            TransactionSynchronizationRegistry transactions,
            Instance<Disclose> disclose,
            Disclosures disclosures,
            DueDisclosures later,
            AfterCommit afterCommit,
            Clock clock) {
        this.transactions = transactions;
        this.disclose = disclose;
        this.disclosures = disclosures;
        this.later = later;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /** Something about this process changed that changes often; it is noted with the change, and published soon after. */
    void changedOften(ProcessId process) {
        disclosures.due(process, clock.instant());
        afterCommit.once(DueDisclosures.class, later::wake);
    }

    /** Something about this process changed. */
    void changed(ProcessId process) {
        if (transactions.getResource(Disclosing.class) instanceof Changed known) {
            known.processes.add(process);
            return;
        }
        var changed = new Changed();
        changed.processes.add(process);
        transactions.putResource(Disclosing.class, changed);
        transactions.registerInterposedSynchronization(changed);
    }

    private final class Changed implements Synchronization {

        /** In the order of their ids, in which everybody locks them. */
        private final Set<ProcessId> processes = new TreeSet<>(Comparator.comparing(ProcessId::value));

        @Override
        public void beforeCompletion() {
            processes.forEach(process -> disclose.get().disclose(process));
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
