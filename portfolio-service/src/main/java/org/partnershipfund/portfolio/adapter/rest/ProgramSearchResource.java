package org.partnershipfund.portfolio.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.adapter.rest.SearchJson.FacetJson;
import org.partnershipfund.portfolio.adapter.rest.SearchJson.HitJson;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchSchool;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.SchoolNotOnTheMap;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.catalogue.Schools;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.search.Facet;
import org.partnershipfund.portfolio.search.FoundProgram;
import org.partnershipfund.portfolio.search.Order;
import org.partnershipfund.portfolio.search.ProgramFinder;
import org.partnershipfund.portfolio.search.ProgramQuery;

/** The door to the search over all programs: everybody may look. */
@Path("/programs/search")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Programs")
public class ProgramSearchResource {

    private static final String NUMBER = "-?\\d{1,18}";

    private final ProgramFinder finder;
    private final Programs programs;
    private final Schools schools;
    private final Doors doors;

    ProgramSearchResource(ProgramFinder finder, Programs programs, Schools schools, Doors doors) {
        this.finder = finder;
        this.programs = programs;
        this.schools = schools;
        this.doors = doors;
    }

    @GET
    @Operation(
            summary = "Search the programs",
            description =
                    "By words, by what programs offer, by how near to a school they are; with counts by which the result can be narrowed down. Facets add up: a program has at least one of the words chosen of each. A program without sites comes to the school: it is never too far. GET /programs lists the same as CSV.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = SearchJson.class)))
    @APIResponse(responseCode = "404", description = "school-not-in-catalogue")
    @APIResponse(responseCode = "422", description = "school-not-on-the-map")
    public Response search(@BeanParam Paging page, @BeanParam ProgramSearchRequest asked, @Context UriInfo address) {
        ProgramQuery query = asked.query(asked.near().map(this::pointOf), doors.dayOrToday(null));
        var result = finder.find(query, page.after().map(cursor -> key(cursor, query.order())), page.rows());
        Page<FoundProgram> found = Page.of(
                result.found(),
                page,
                one -> Cursor.at(
                        one.key().order().word(),
                        one.key().text(),
                        one.program().value()));
        List<ProgramId> ids = found.items().stream().map(FoundProgram::program).toList();
        var offered = programs.offered(ids, query.day());
        var json = new SearchJson(
                result.total(),
                IntStream.range(0, ids.size())
                        .mapToObj(place -> HitJson.of(found.items().get(place), offered.get(place)))
                        .toList(),
                found.next(),
                Arrays.stream(Facet.values())
                        .map(facet -> FacetJson.of(facet, result))
                        .toList());
        var answer = Response.ok(json);
        if (found.next() != null) {
            answer.link(
                    address.getRequestUriBuilder()
                            .replaceQueryParam("after", found.next())
                            .build(),
                    "next");
        }
        return answer.build();
    }

    private Point pointOf(SchoolCode code) {
        School school = schools.find(code).orElseThrow(() -> new RefusedException(new NoSuchSchool(code)));
        Optional<Point> point = school.point();
        return point.orElseThrow(() -> new RefusedException(new SchoolNotOnTheMap(code)));
    }

    private static FoundProgram.Key key(Cursor cursor, Order order) {
        boolean ours = cursor.text(0).equals(order.word())
                && (order == Order.NAME || cursor.text(1).matches(NUMBER));
        if (!ours) {
            throw ProblemException.parameter(
                    "after", cursor.wire(), "it must be the value of \"next\" of an earlier page of the same search");
        }
        return new FoundProgram.Key(order, cursor.text(1), new ProgramId(cursor.uuid(2)));
    }
}
