package org.partnershipfund.portfolio.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.portfolio.hsds.Slice;

/** Which page of a list of HSDS is asked for, by number; a {@code @BeanParam}. */
public class HsdsPaging {

    private static final int DEFAULT_SIZE = 50;
    private static final int MOST = 500;
    private static final int MOST_NESTED = 10;
    private static final int LAST = 1_000_000;

    @Parameter(
            description = "Page number, from 1",
            schema = @Schema(minimum = "1", maximum = "1000000", defaultValue = "1"))
    @QueryParam("page")
    @Nullable Integer page;

    @Parameter(
            description = "How many results on one page",
            schema = @Schema(minimum = "1", maximum = "500", defaultValue = "50"))
    @QueryParam("per_page")
    @Nullable Integer perPage;

    @Parameter(
            description = "Only json; GET /partnerships/export is CSV, as are pages of GET /programs and /partners",
            schema = @Schema(enumeration = "json", defaultValue = "json"))
    @QueryParam("format")
    @Nullable String format;

    int size() {
        if (format != null && !format.equals("json")) {
            throw ProblemException.parameter(
                    "format",
                    format,
                    "it must be json; GET /partnerships/export is CSV, as are pages of GET /programs and /partners");
        }
        return number("per_page", perPage, DEFAULT_SIZE, MOST);
    }

    /** The things of this page are told with all that belongs to them, which is much: so few on a page. */
    void ofNested(String why) {
        if (perPage == null) {
            perPage = MOST_NESTED;
        } else if (size() > MOST_NESTED) {
            throw ProblemException.parameter(
                    "per_page", perPage.toString(), "with %s=true it must be 1 to %d".formatted(why, MOST_NESTED));
        }
    }

    long offset() {
        return (number("page", page, 1, LAST) - 1L) * size();
    }

    /** The page with what was found for it. */
    <T> HsdsJson.PageOf<T> of(Slice<T> found) {
        long number = offset() / size() + 1;
        long pages = (found.total() + size() - 1) / size();
        return new HsdsJson.PageOf<>(
                found.total(),
                pages,
                number,
                found.things().size(),
                number == 1,
                number >= pages,
                found.things().isEmpty(),
                found.things());
    }

    /** The page of a list that is in memory. */
    <T> HsdsJson.PageOf<T> cut(List<T> all) {
        return of(new Slice<>(all.stream().skip(offset()).limit(size()).toList(), all.size()));
    }

    private static int number(String name, @Nullable Integer asked, int otherwise, int most) {
        int number = asked == null ? otherwise : asked;
        if (number < 1 || number > most) {
            throw ProblemException.parameter(name, Integer.toString(number), "it must be 1 to " + most);
        }
        return number;
    }
}
