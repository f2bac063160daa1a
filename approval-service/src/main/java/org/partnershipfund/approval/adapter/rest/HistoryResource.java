package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.PROCUREMENT_OFFICER;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.history.Happening;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.TellHistory;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors for what happened to a selection, and for its file as it is handed out. */
@Path("/selections/{id}")
@RolesAllowed({
    BUDGET_OFFICE,
    PARTNERSHIPS_TEAM,
    PROCUREMENT_OFFICER,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    CFO,
    DEPUTY_CFO,
    RECORDS_AUDITOR
})
@Tag(
        name = "Selections",
        description =
                "What a school wants to buy: drafted, submitted, approved by council, superintendent, budget office")
public class HistoryResource {

    private final TellHistory tellHistory;
    private final RecordPages pages;
    private final Callers callers;

    HistoryResource(TellHistory tellHistory, RecordPages pages, Callers callers) {
        this.tellHistory = tellHistory;
        this.pages = pages;
        this.callers = callers;
    }

    private record Told(int place, Happening happening) {}

    @GET
    @Path("history")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Read everything that happened to a selection",
            description =
                    "Oldest first: who drafted, submitted, returned, withdrew; every decision with the version and digest it was made on; every motion with everybody's vote by name (students without); awards and contracts; what was said about it; and who saw which version when first. Who reads it is kept on record.")
    @APIResponse(responseCode = "200", description = "What happened, in order")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Page<HistoryJson> history(@PathParam("id") UUID id, @BeanParam Paging page) {
        int from = page.after().map(cursor -> cursor.place(0)).orElse(0);
        var told = tellHistory.tell(
                new SelectionId(id), callers.me(), callers.reach(), page.after().isEmpty());
        List<Happening> all = told.chronicle().happenings();
        return Page.of(
                        IntStream.range(Math.min(from, all.size()), all.size())
                                .limit(page.rows())
                                .mapToObj(place -> new Told(place + 1, all.get(place)))
                                .toList(),
                        page,
                        one -> Cursor.at(one.place()))
                .map(one -> HistoryJson.of(one.happening(), told.council()));
    }

    @GET
    @Path("record")
    @Produces({RecordPages.HTML, RecordPages.PDF})
    @Operation(
            summary = "Read the file of a selection as it is handed out",
            description =
                    "School, fund, every version with its lines and needs, what was decided on it by whom, each motion with its roll call, competitions and contracts. Fit for the public record: no names of students, no ties, not who read it. As a page or as PDF (Accept: application/pdf), US Letter.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = RecordPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = RecordPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Response record(@PathParam("id") UUID id, @Context Request request) {
        return pages.answer(tellHistory.record(new SelectionId(id), callers.reach()), request);
    }
}
