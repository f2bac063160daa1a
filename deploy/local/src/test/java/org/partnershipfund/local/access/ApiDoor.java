package org.partnershipfund.local.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.local.place.Service;

/**
 * A door: one method on one path, as the service's OpenAPI document tells it.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param roles who may come in; empty if anybody may
 * @param query what must be asked with it
 * @param versioned whether it wants an {@code If-Match}
 * @param body what it takes, if it takes something
 */
record ApiDoor(
        Service service,
        String method,
        String path,
        Set<String> roles,
        List<Query> query,
        boolean versioned,
        Optional<Body> body) {

    /** A parameter that must be in the query, with a value that can be read. */
    record Query(String name, String value) {}

    /** A body that can be read, and what it is. */
    record Body(String contentType, String text) {}

    boolean forAnybody() {
        return roles.isEmpty();
    }

    /** Whether the path names things. */
    boolean namesThings() {
        return path.contains("{");
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Such as {@code approval GET /selections/{id}}: the key of its row. */
    String name() {
        return service.word() + " " + method + " " + path;
    }
}
