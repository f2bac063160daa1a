package org.partnershipfund.local.token;

import java.util.List;

/**
 * Somebody, or another system, who may call the suite's doors.
 *
 * @param username what is typed
 * @param subject the id that stands in tokens and in every record about the person
 * @param name for people to read
 * @param worksFor a school code, a partner or an office; empty for those who stand for a role only
 */
public record Person(String username, String subject, String name, List<String> roles, String worksFor) {

    static final String SYSTEM = "system";

    public Person {
        roles = List.copyOf(roles);
    }

    /** Whether this is another system, which comes with a secret of its own instead of a password. */
    public boolean isSystem() {
        return roles.contains(SYSTEM);
    }
}
