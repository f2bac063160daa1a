package org.partnershipfund.procurement.disclosure;

import org.partnershipfund.procurement.process.ProcessId;

/**
 * One contracting process in the open: the publisher's registered prefix and the process.
 *
 * @param value such as {@code ocds-213czf-018f3b5e-0000-7000-8000-000000000801}
 */
public record Ocid(String value) {

    /** The one of a process. */
    public static Ocid of(String prefix, ProcessId process) {
        return new Ocid(prefix + "-" + process.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
