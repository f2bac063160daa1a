package org.partnershipfund.local.sample;

import java.util.List;

/**
 * A School Site Council with its voting members.
 *
 * @param staffSize how many of the union's members work at the school; it decides the size of the council
 * @param parentParity how many parents sit with so many staff, as approval-service names the two readings
 * @param seats the principal's first
 */
public record Council(String schoolCode, int staffSize, String parentParity, boolean highSchool, List<Seat> seats) {

    public Council {
        seats = List.copyOf(seats);
    }

    /**
     * A voting member.
     *
     * @param key names the seat within the council, such as {@code teacher-2}
     * @param group principal, teacher, parent or student
     * @param username who signs in for it; empty for members without a login
     */
    public record Seat(String key, String group, String username, String subject, String name, boolean coChair) {}
}
