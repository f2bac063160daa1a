package org.partnershipfund.foundation.web;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** How a page leaves a door: {@code {"items": [...], "next": "..."}} with a Link header, or CSV of the same items. */
public final class Pages {

    /** Both formats of a list, for {@code @Produces({Pages.JSON, Pages.CSV})}. */
    public static final String JSON = "application/json";

    public static final String CSV = "text/csv";

    private Pages() {}

    /**
     * The page as an answer; JSON or CSV as the caller's Accept says.
     *
     * @param asked the request's own address, from which the next page's is made
     */
    public static <T> Response answer(Page<T> page, UriInfo asked) {
        var response = Response.ok(page);
        if (page.next() != null) {
            response.links(next(page, asked));
        }
        return response.build();
    }

    private static Link next(Page<?> page, UriInfo asked) {
        var query = asked.getRequestUriBuilder()
                .replaceQueryParam("after", page.next())
                .build();
        return Link.fromUri(query.getRawPath() + "?" + query.getRawQuery())
                .rel("next")
                .build();
    }
}
