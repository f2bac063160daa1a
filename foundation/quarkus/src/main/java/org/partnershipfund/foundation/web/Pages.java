package org.partnershipfund.foundation.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * How a page leaves a door: {@code {"items": [...], "next": "..."}} or CSV of the same items, as the caller's Accept
 * says, and a Link header to the next page.
 *
 * <p>A list door is one line: {@code @Produces({Pages.JSON, Pages.CSV}) Page<FundJson> list(@BeanParam PageRequest
 * page)}.
 */
public final class Pages {

    /** What every list is, unless the caller asks for {@link #CSV}. */
    public static final String JSON = "application/json";

    /** What every list also is. */
    public static final String CSV = "text/csv";

    Pages() {}

    @ServerResponseFilter
    void linkToTheNext(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            var next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("after", page.next())
                    .build();
            response.getHeaders()
                    .add(HttpHeaders.LINK, "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery()));
        }
    }
}
