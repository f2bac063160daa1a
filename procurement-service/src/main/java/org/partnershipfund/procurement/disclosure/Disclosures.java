package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.process.ProcessId;

/** Everything that was ever published; insert-only. */
public interface Disclosures {

    /**
     * What was published of a process, held until the end of the transaction: nobody else publishes on it meanwhile.
     */
    Published hold(Ocid ocid, ProcessId process);

    /**
     * Publishes one more release in this transaction.
     *
     * @param facts what reports look it up by
     */
    void publish(Release release, Fields state, Facts facts);

    /** Notes, in this transaction, that the process took a step which is to be published soon after. */
    void due(ProcessId process, Instant at);

    /**
     * A process with a step that is noted and not published yet.
     *
     * @param number of its oldest such step, in the order of noting
     */
    record Due(ProcessId process, long number) {}

    /** Those processes behind a number, that wait longest first. */
    List<Due> due(long after, int limit);

    /** Since when the oldest of those steps waits. */
    Optional<Instant> dueSince();

    /**
     * Forgets what was noted of the process: the caller holds it, and publishes it in this transaction.
     *
     * @return whether anything was noted
     */
    boolean settled(ProcessId process);

    /** Processes of which nothing is published, by id. */
    List<ProcessId> silent(Optional<ProcessId> after, int limit);

    /**
     * What is published of one process.
     *
     * @param last empty before the first release
     * @param state what all its releases add up to; empty before the first
     */
    record Published(Ocid ocid, Optional<Release> last, Fields state) {}
}
