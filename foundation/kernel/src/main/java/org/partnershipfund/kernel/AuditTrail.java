package org.partnershipfund.kernel;

import org.jspecify.annotations.Nullable;

/** Where a use case says what it changed; who, as whom, why and in which request is added by the adapter. */
public interface AuditTrail {

    /** Writes the change with the caller's transaction; outside of one it fails. */
    void record(Change change);

    /**
     * One change to one thing.
     *
     * @param action what was done, in the past tense ({@code "FundOpened"})
     * @param subject what it was done to: the aggregate's id
     * @param before the state before, or null when there was none; written as JSON, {@link Personal} parts as digests
     * @param after the state after, or null when there is none
     */
    record Change(
            String action,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * Personal data inside an audited state. The trail keeps a salted digest, never the value; destroying the
     * person's salt makes the digest meaningless for ever.
     *
     * @param person whose data it is: the key under which the salt is kept
     * @param value the data itself
     */
    record Personal(String person, String value) {}
}
