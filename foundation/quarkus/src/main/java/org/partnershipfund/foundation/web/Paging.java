package org.partnershipfund.foundation.web;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;

/**
 * Which page of a list is asked for; a {@code @BeanParam} of lists whose items do not say when they changed. All others
 * take a {@link PageRequest}.
 */
public class Paging {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    @Parameter(
            description = "How many items at most",
            schema = @Schema(minimum = "1", maximum = "500", defaultValue = "50"))
    @QueryParam("limit")
    @Nullable Integer limit;

    @Parameter(description = "The \"next\" of the page before; absent for the first page")
    @QueryParam("after")
    @Nullable String after;

    /**
     * How many items at most: 1 to 500, 50 unless asked otherwise.
     *
     * @throws ProblemException 400 outside of that
     */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.parameter("limit", limit.toString(), "it must be 1 to " + MOST);
        }
        return limit;
    }

    /** How many rows to read: one more than the page, to know whether there is a next one. */
    public int rows() {
        return limit() + 1;
    }

    /**
     * Where the page before ended; empty for the first page.
     *
     * @throws ProblemException 400 if it is no cursor of ours
     */
    public Optional<Cursor> after() {
        return Optional.ofNullable(after).map(Cursor::parse);
    }

    /**
     * Called when the page is made.
     *
     * @throws IllegalStateException if the caller asked for something that the door did not look at: a bug of the door
     */
    void requireHeeded() {}

    /** The request for a page within the program, for readers that are not behind a door. */
    public static Paging of(int limit, @Nullable String after) {
        var request = new Paging();
        request.limit = limit;
        request.after = after;
        return request;
    }
}
