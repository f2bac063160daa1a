package org.partnershipfund.foundation.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every failing answer (RFC 9457, {@code application/problem+json}).
 *
 * @param type {@code urn:partnership-fund:problem:<slug>}; stable, with a page in docs/problems
 * @param title short, the same for every occurrence of the type
 * @param status the HTTP status
 * @param detail what happened this time and what to do, for the person who asked
 * @param instance the path that was asked for; never its query, which may hold personal data
 * @param requestId the request's id, under which our log tells more
 * @param violations the single values that are wrong; empty if there is nothing to say
 * @param evidence what the refusal rests on, in a shape of its type; null for most
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        List<Violation> violations,
        @Nullable Object evidence) {

    /** A problem whose sentence says it all. */
    public Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            @Nullable String requestId,
            List<Violation> violations) {
        this(type, title, status, detail, instance, requestId, violations, null);
    }

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:partnership-fund:problem:";

    public Problem {
        violations = List.copyOf(violations);
    }

    /** The stable name of a kind of problem. */
    public static String typeOf(String slug) {
        return TYPE_PREFIX + slug;
    }
}
