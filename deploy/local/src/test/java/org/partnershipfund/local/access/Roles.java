package org.partnershipfund.local.access;

import java.util.List;
import java.util.stream.Stream;
import org.partnershipfund.local.token.People;

/** The columns of the matrix: who comes to a door. */
final class Roles {

    static final String NOBODY = "anonymous";

    /** Those for whom it matters whose the thing is. */
    static final List<String> OF_SCHOOLS = List.of("school-leader", "council-member", "instructional-superintendent");

    static final String PARTNER = "partner";

    /** Everybody with one role; {@code system} once for each scope that a system may have, and without any. */
    static final List<String> COLUMNS = Stream.of(
                    List.of(NOBODY), People.ROLES, List.of("system", "system events:read", "system budget:exchange"))
            .flatMap(List::stream)
            .toList();

    private Roles() {}

    /** Such as {@code system} of {@code system events:read}. */
    static String role(String column) {
        return column.split(" ", 2)[0];
    }

    /** Such as {@code events:read}; empty for people. */
    static String scope(String column) {
        return column.contains(" ") ? column.split(" ", 2)[1] : "";
    }

    /** Whether what the role may see depends on whose it is. */
    static boolean isScoped(String column) {
        return OF_SCHOOLS.contains(column) || column.equals(PARTNER);
    }
}
