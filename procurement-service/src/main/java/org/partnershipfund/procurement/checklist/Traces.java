package org.partnershipfund.procurement.checklist;

import java.util.List;
import org.partnershipfund.procurement.process.ProcessId;

/** What the audit trail has. */
public interface Traces {

    /** Everything that was done to the process, oldest first. */
    List<Trace> of(ProcessId process);
}
