package org.partnershipfund.allocation.school;

/** Whether pupils were expected or counted. */
public enum SnapshotKind {
    /** Expected for the coming year, as of the autumn before. */
    PROJECTED,
    /** Counted on 1 October. */
    OCTOBER
}
