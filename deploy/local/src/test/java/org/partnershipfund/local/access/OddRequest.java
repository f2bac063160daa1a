package org.partnershipfund.local.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that may be good, odd or impossible.
 *
 * @param path raw, as it is sent, with its query
 * @param column who comes
 * @param at whose school or partner they are of
 */
record OddRequest(
        ApiDoor door,
        String path,
        String column,
        Thing at,
        List<Map.Entry<String, String>> headers,
        Optional<byte[]> body) {

    private static final int ENOUGH = 700;

    OddRequest {
        headers = List.copyOf(headers);
    }

    @Override
    public String toString() {
        return "%s %s %s as %s, headers %s%s"
                .formatted(
                        door.service().word(),
                        door.method(),
                        shortened(path),
                        column,
                        shortened(headers.toString()),
                        body.map(bytes -> ", %,d bytes: %s"
                                        .formatted(bytes.length, shortened(new String(bytes, StandardCharsets.UTF_8))))
                                .orElse(""));
    }

    private static String shortened(String text) {
        return text.length() <= ENOUGH ? text : text.substring(0, ENOUGH) + "…";
    }
}
