package org.partnershipfund.local.demo;

import java.util.Map;
import java.util.Set;
import org.partnershipfund.local.sample.Council.Seat;

/**
 * Who stays away from a meeting, and who votes otherwise than yes.
 *
 * @param absent keys of seats, such as {@code teacher-2}
 * @param otherwise votes by key of seat
 */
record Roll(Set<String> absent, Map<String, String> otherwise) {

    Roll {
        absent = Set.copyOf(absent);
        otherwise = Map.copyOf(otherwise);
    }

    /** Everybody comes, everybody agrees. */
    static final Roll UNANIMOUS = new Roll(Set.of(), Map.of());

    /** One of a few ordinary evenings, always the same one for the same school. */
    static Roll ordinary(String school) {
        return switch (Math.floorMod(school.hashCode(), 5)) {
            case 0 -> UNANIMOUS;
            case 1 -> new Roll(Set.of("teacher-3"), Map.of("parent-2", "no"));
            case 2 -> new Roll(Set.of(), Map.of("teacher-2", "abstain"));
            case 3 -> new Roll(Set.of("parent-4"), Map.of("teacher-1", "recused"));
            default -> new Roll(Set.of("teacher-4", "parent-3"), Map.of());
        };
    }

    boolean isPresent(Seat seat) {
        return !absent.contains(seat.key());
    }

    String vote(Seat seat) {
        return otherwise.getOrDefault(seat.key(), "yes");
    }
}
