package org.partnershipfund.foundation.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The two good answers about a single resource; each carries its version as a strong ETag, for the next If-Match. */
public final class Answers {

    private Answers() {}

    /**
     * 201, with the address of what was made.
     *
     * @param location the path of the new resource, such as {@code /funds/018f…}
     * @param version the version that was stored, taken after the flush
     */
    public static Response created(String location, Object body, long version) {
        return Response.created(URI.create(location))
                .entity(body)
                .tag(tag(version))
                .build();
    }

    /**
     * 200 with what the resource is now.
     *
     * @param version the version that was read, or stored and flushed
     */
    public static Response ok(Object body, long version) {
        return Response.ok(body).tag(tag(version)).build();
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
