package org.partnershipfund.contracts;

import static org.partnershipfund.contracts.Speaker.ALLOCATION;
import static org.partnershipfund.contracts.Speaker.PROCUREMENT;

import java.util.List;

/** Every event that any service says: the list behind AsyncAPI, {@code docs/events.md} and the contract tests. */
public final class Events {

    public static final EventType<FundOpenedV1> FUND_OPENED = new EventType<>(
            ALLOCATION,
            "FundOpened",
            1,
            FundOpenedV1.class,
            "fund id",
            "A fund of one fiscal year exists, with its pool and the fixed parts of its budget lines.",
            List.of(PROCUREMENT));

    public static final EventType<AllocationPublishedV1> ALLOCATION_PUBLISHED = new EventType<>(
            ALLOCATION,
            "AllocationPublished",
            1,
            AllocationPublishedV1.class,
            "school code",
            "A school learns what it is allocated; its restricted budget line is opened and the amount planned.",
            List.of(PROCUREMENT));

    public static final EventType<FundAppropriatedV1> FUND_APPROPRIATED = new EventType<>(
            ALLOCATION,
            "FundAppropriated",
            1,
            FundAppropriatedV1.class,
            "fund id",
            "The adopted budget turns planned amounts into appropriated ones; encumbrance is lawful from now on.",
            List.of(PROCUREMENT));

    /** All of them, in the order of the fund's year. */
    public static final List<EventType<?>> ALL = List.of(FUND_OPENED, ALLOCATION_PUBLISHED, FUND_APPROPRIATED);

    private Events() {}
}
