package org.partnershipfund.foundation.web;

import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request, in its answer, in our log and in the audit trail. */
public final class RequestId {

    /** The header in which a caller may give it, and in which every answer repeats it. */
    public static final String HEADER = "X-Request-Id";

    /** The key under which log lines carry it. */
    public static final String MDC_KEY = "requestId";

    private static final String CONTEXT_KEY = RequestId.class.getName();
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    /** The id of this request; given by the caller if it is usable, that of its trace otherwise. */
    public static String of(RoutingContext request) {
        @Nullable String known = request.get(CONTEXT_KEY);
        return known == null ? choose(request) : known;
    }

    /** The trace goes on in the events and in what others do because of them, so its id is the one to search by. */
    private static String ofTheTrace() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : UUID.randomUUID().toString();
    }

    private static String choose(RoutingContext request) {
        var given = request.request().getHeader(HEADER);
        var id = given != null && ACCEPTED.matcher(given).matches() ? given : ofTheTrace();
        request.put(CONTEXT_KEY, id);
        return id;
    }
}
