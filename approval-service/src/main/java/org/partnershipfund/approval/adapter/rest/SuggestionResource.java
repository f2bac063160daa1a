package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.matching.Suggestion;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.matching.Suggestions;
import org.partnershipfund.approval.usecase.SuggestProgram;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** The doors for what superintendents suggest to their schools. */
@Path("/schools/{schoolCode}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    PARTNERSHIPS_TEAM,
    BUDGET_OFFICE,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(name = "Suggestions", description = "Programs that superintendents suggest to their schools; they bind nobody")
public class SuggestionResource {

    private final Suggestions suggestions;
    private final SuggestProgram suggestProgram;
    private final Adults adults;
    private final Callers callers;

    SuggestionResource(Suggestions suggestions, SuggestProgram suggestProgram, Adults adults, Callers callers) {
        this.suggestions = suggestions;
        this.suggestProgram = suggestProgram;
        this.adults = adults;
        this.callers = callers;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what is suggested to a school",
            description = "In the order in which it was suggested. A school's people see their own, the offices all.")
    public Page<SuggestionJson> list(
            @PathParam("schoolCode") SchoolCode school,
            @BeanParam PageRequest page,
            @Parameter(description = "Only for this fiscal year") @QueryParam("fiscalYear") @Nullable FiscalYear year) {
        var filter = new Suggestions.Filter(school, Optional.ofNullable(year), page.modifiedAfter());
        var after = page.after().map(cursor -> new SuggestionId(cursor.uuid(0)));
        Page<Suggestion> found = Page.of(
                        callers.reach().covers(school)
                                ? suggestions.list(filter, after, page.rows())
                                : List.<Versioned<Suggestion>>of(),
                        page,
                        one -> Cursor.at(one.value().made().id().value()))
                .map(Versioned::value);
        Adults.Shown shown = shown(found.items());
        return found.map(one -> SuggestionJson.of(one, shown));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one suggestion")
    @APIResponse(
            responseCode = "200",
            description = "The suggestion",
            content = @Content(schema = @Schema(implementation = SuggestionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-suggestion")
    public Response read(@PathParam("schoolCode") SchoolCode school, @PathParam("id") UUID id) {
        return ok(suggestProgram.read(school, new SuggestionId(id), callers.reach()));
    }

    @POST
    @Idempotent
    @RolesAllowed(INSTRUCTIONAL_SUPERINTENDENT)
    @Operation(
            summary = "Suggest a program to a school",
            description =
                    "By the superintendent who is assigned to the school today. It binds nobody: the school chooses with its council.")
    @APIResponse(
            responseCode = "201",
            description = "Suggested",
            content = @Content(schema = @Schema(implementation = SuggestionJson.class)))
    @APIResponse(responseCode = "404", description = "no-school-of-yours")
    @APIResponse(responseCode = "409", description = "program-not-heard-of, suggestion-exists, idempotency-key-in-use")
    public Response suggest(
            @PathParam("schoolCode") SchoolCode school, @Valid @NotNull SuggestionJson.ToSuggest asked) {
        var made = suggestProgram.suggest(
                school, asked.year(), asked.program(), asked.why().strip(), callers.me());
        return Answers.created(
                "/schools/%s/suggestions/%s"
                        .formatted(school, made.value().made().id().value()),
                SuggestionJson.of(made.value(), shown(List.of(made.value()))),
                made.version());
    }

    @PUT
    @Path("{id}/answer")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Say what the school made of a suggestion",
            description =
                    "By its leader or a member of its council: considered, chosen or not chosen, with a reason. The last word counts; it is no selection and changes none.")
    @APIResponse(
            responseCode = "200",
            description = "Answered",
            content = @Content(schema = @Schema(implementation = SuggestionJson.class)))
    @APIResponse(responseCode = "404", description = "no-school-of-yours, no-such-suggestion")
    @APIResponse(responseCode = "409", description = "suggestion-withdrawn")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response answer(
            @PathParam("schoolCode") SchoolCode school,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SuggestionJson.ToAnswer asked) {
        return ok(suggestProgram.answer(
                school,
                new SuggestionId(id),
                IfMatch.version(ifMatch),
                asked.asOutcome(),
                asked.reason().strip(),
                callers.me()));
    }

    @PUT
    @Path("{id}/withdrawal")
    @RolesAllowed(INSTRUCTIONAL_SUPERINTENDENT)
    @Operation(
            summary = "Take a suggestion back",
            description =
                    "By the superintendent who is assigned to the school today, as long as the school has not decided.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = SuggestionJson.class)))
    @APIResponse(responseCode = "404", description = "no-school-of-yours, no-such-suggestion")
    @APIResponse(responseCode = "409", description = "suggestion-withdrawn, suggestion-decided")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response withdraw(
            @PathParam("schoolCode") SchoolCode school,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(suggestProgram.withdraw(school, new SuggestionId(id), IfMatch.version(ifMatch), callers.me()));
    }

    private Response ok(Versioned<Suggestion> suggestion) {
        return Answers.ok(
                SuggestionJson.of(suggestion.value(), shown(List.of(suggestion.value()))), suggestion.version());
    }

    private Adults.Shown shown(List<Suggestion> found) {
        return adults.among(found.stream()
                .flatMap(suggestion -> suggestion.said().stream())
                .map(Suggestion.Answer::by)
                .toList());
    }
}
