package org.partnershipfund.approval.supervision;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.selection.SelectionId;

/** All reassignments; only ever added. */
public interface Reassignments {

    /** Adds one; it counts from then on. */
    void add(Reassignment reassignment);

    /** The one that counts for that version. */
    Optional<Reassignment> newest(SelectionId selection, int version);

    /** All of them, oldest first. */
    List<Reassignment> of(SelectionId selection);
}
