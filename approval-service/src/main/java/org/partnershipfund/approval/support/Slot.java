package org.partnershipfund.approval.support;

import java.time.Instant;
import java.util.Optional;

/**
 * When and where a session is, and how many schools have a place in it.
 *
 * @param place where people meet; empty if only remote
 * @param link where they meet remotely; empty if only in person
 * @param capacity schools with a place; 1 or more
 * @param host who receives the schools, in words
 */
public record Slot(
        Instant startsAt, Instant endsAt, Optional<String> place, Optional<String> link, int capacity, String host) {

    public Slot {
        if (capacity < 1) {
            throw new IllegalArgumentException("a session has a place for a school, and not " + capacity);
        }
    }

    /** Whether somebody who comes to this one would miss the other, or stand at another door. */
    boolean meetsOtherwiseThan(Slot other) {
        return !startsAt.equals(other.startsAt)
                || !endsAt.equals(other.endsAt)
                || !place.equals(other.place)
                || !link.equals(other.link);
    }
}
