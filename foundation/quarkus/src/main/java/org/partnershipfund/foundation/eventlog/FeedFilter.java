package org.partnershipfund.foundation.eventlog;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;

/** Which events of the feed or the stream are wanted; a {@code @BeanParam} of both. */
public class FeedFilter {

    private static final int MOST_REFERENCES = 100;

    /** Ids and codes; what is in them means nothing to a pattern of SQL. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{4,64}");

    @Parameter(description = "Only this CloudEvents type")
    @QueryParam("type")
    @Nullable String type;

    @Parameter(description = "Only this subject")
    @QueryParam("subject")
    @Nullable String subject;

    @Parameter(
            description =
                    "Only events about any of these ids or codes: as the subject, or as a value of the data. May come up to 100 times; \"refersTo=00350231\" finds a school's selections, contracts and payments.")
    @QueryParam("refersTo")
    @Nullable List<String> refersTo;

    @Parameter(description = "Only events that happened at this instant or later, such as 2018-03-01T00:00:00Z")
    @QueryParam("from")
    @Nullable Instant from;

    @Parameter(description = "Only events that happened before this instant")
    @QueryParam("until")
    @Nullable Instant until;

    EventFeed.Filter read() {
        List<String> references = refersTo == null ? List.of() : refersTo;
        if (references.size() > MOST_REFERENCES) {
            throw ProblemException.parameter(
                    "refersTo", Integer.toString(references.size()), "it may come %d times".formatted(MOST_REFERENCES));
        }
        for (String reference : references) {
            if (!REFERENCE.matcher(reference).matches()) {
                throw ProblemException.parameter(
                        "refersTo", reference, "it must be an id or a code: 4 to 64 letters, digits and hyphens");
            }
        }
        return new EventFeed.Filter(type, subject, references, from, until);
    }
}
