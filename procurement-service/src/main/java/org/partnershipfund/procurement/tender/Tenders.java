package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.ProcessId;

/** All tenders, with the questions about them. */
public interface Tenders {

    /** The tender as it was stored. */
    Optional<Versioned<Tender>> find(TenderId id);

    /** The tender, held until the end of the transaction; envelopes and openings wait for each other here. */
    Optional<Versioned<Tender>> hold(TenderId id);

    /**
     * The tender, shared until the end of the transaction with others who only put something into it: they do not wait for
     * each other, and whoever holds it waits for all of them.
     */
    Optional<Versioned<Tender>> share(TenderId id);

    /** The tender of a process that is not cancelled, if there is one. */
    Optional<TenderId> of(ProcessId process);

    /** Tenders by id. */
    List<Versioned<Tender>> list(Filter filter, Optional<TenderId> after, int limit);

    /**
     * Stores the successor of the version that was read; 0 for a new one.
     *
     * @return the version it has now
     * @throws org.partnershipfund.kernel.StaleStateException if the stored version is another by now
     */
    long store(Tender tender, long readVersion);

    /** The questions about a tender, oldest first. */
    List<Question> questions(TenderId tender);

    /** The question, if it was asked. */
    Optional<Question> question(TenderId tender, UUID id);

    /** Keeps a question. */
    void ask(Question question);

    /** Keeps an answer, once. */
    void answer(Question question);

    /**
     * Which tenders are asked for.
     *
     * @param drafts whether those count that are not published
     * @param now at which published ones are closed
     */
    record Filter(
            boolean drafts,
            Optional<String> state,
            Optional<String> serviceArea,
            Optional<Instant> modifiedAfter,
            Instant now) {}
}
