package org.partnershipfund.foundation.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/** The version that a caller saw before asking for a change. */
public final class IfMatch {

    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    /**
     * Reads {@code If-Match: "7"}.
     *
     * <p>{@code *}, weak tags and lists are refused: they would let a caller change what they have not seen.
     *
     * @throws ProblemException 428 if the header is absent, 400 if it is not the ETag of one of our answers
     */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw ProblemException.of(
                    StandardProblem.IF_MATCH_MISSING,
                    "Send the header If-Match with the ETag of the answer in which you read it, such as If-Match: \"7\".");
        }
        var tag = STRONG_TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ProblemException.parameter(
                    "If-Match", header, "it must be one ETag as we sent it, in double quotes, such as \"7\"");
        }
        return Long.parseLong(tag.group(1));
    }
}
