package org.partnershipfund.approval.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.SelectionId;

/** What was written down about selections: who did what, and who saw what. */
public interface Traces {

    /** What the audit trail has about these ids, oldest first; without its own notes on who read. */
    List<Chronicle.Trace> about(Set<String> subjects);

    /** Who saw which version of the selection, oldest first. */
    List<Happening.Seen> sights(SelectionId selection);

    /** Whether the audit trail has that the person did that about the selection, at that moment or later. */
    boolean has(SelectionId selection, String action, Person by, Instant since);

    /** Keeps that the person saw the version; seen again, the first time stays. */
    void saw(SelectionId selection, int version, Person by, Instant at);
}
