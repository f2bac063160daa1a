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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.approval.usecase.DecideSelection;
import org.partnershipfund.approval.usecase.DraftSelection;
import org.partnershipfund.approval.usecase.ReadSelections;
import org.partnershipfund.approval.usecase.SubmitSelection;
import org.partnershipfund.approval.usecase.TellHistory;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** The doors for selections: what a school wants to buy, and who agreed to it. */
@Path("/selections")
@Produces(MediaType.APPLICATION_JSON)
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
public class SelectionResource {

    private final Selections selections;
    private final ReadSelections readSelections;
    private final DraftSelection draftSelection;
    private final SubmitSelection submitSelection;
    private final DecideSelection decideSelection;
    private final TellHistory tellHistory;
    private final Callers callers;

    SelectionResource(
            Selections selections,
            ReadSelections readSelections,
            DraftSelection draftSelection,
            SubmitSelection submitSelection,
            DecideSelection decideSelection,
            TellHistory tellHistory,
            Callers callers) {
        this.selections = selections;
        this.readSelections = readSelections;
        this.draftSelection = draftSelection;
        this.submitSelection = submitSelection;
        this.decideSelection = decideSelection;
        this.tellHistory = tellHistory;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed(SCHOOL_LEADER)
    @Operation(
            summary = "Draft a selection",
            description =
                    "By the leader of the school. Lines are priced by the price sheets in force today; each shows whether its program is on the menu of the Opportunity Portfolio.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "not-your-school")
    @APIResponse(
            responseCode = "409",
            description = "fund-not-heard-of, fund-closed, program-not-heard-of, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "no-such-price, quantity-outside-tier, agreed-amount-missing, agreed-amount-too-high, agreed-amount-not-asked, service-outside-year, not-awarded, idempotency-key-reused")
    public Response draft(@Valid @NotNull SelectionJson.ToDraft asked) {
        var selection = draftSelection.draft(
                callers.me(),
                new FundId(asked.fundId()),
                new SchoolCode(asked.schoolCode()),
                asked.needs().needs(),
                asked.asked());
        return Answers.created(
                "/selections/" + selection.value().dossier().id().value(),
                json(selection.value()),
                selection.version());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(SCHOOL_LEADER)
    @Operation(
            summary = "Make a new version",
            description =
                    "Of a draft or of what was returned (what is approved is amended by PUT /selections/{id}/amendment): a new version with a new digest. Decisions on earlier versions stay on record and count no longer.")
    @APIResponse(
            responseCode = "200",
            description = "A draft again, one version on",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(responseCode = "409", description = "selection-not-editable, fund-closed, program-not-heard-of")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "no-such-price, quantity-outside-tier, agreed-amount-missing, agreed-amount-too-high, agreed-amount-not-asked, service-outside-year, not-awarded")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SelectionJson.ToRevise asked) {
        return ok(draftSelection.revise(
                new SelectionId(id),
                IfMatch.version(ifMatch),
                callers.me(),
                asked.needs().needs(),
                asked.asked()));
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List selections",
            description = "A school's people and its superintendent see those of their schools, the offices all.")
    public Page<SelectionJson.Summary> list(@BeanParam PageRequest page, @BeanParam SelectionFilter filter) {
        return Page.of(
                        selections.list(
                                filter.within(callers.reach(), page.modifiedAfter()),
                                page.after().map(cursor -> new SelectionId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().dossier().id().value()))
                .map(found -> SelectionJson.Summary.of(found.value()));
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read one selection",
            description = "That the caller saw this version is kept on record, once (GET /selections/{id}/history).")
    @APIResponse(
            responseCode = "200",
            description = "The selection in its newest version",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Response read(@PathParam("id") UUID id) {
        return ok(tellHistory.look(new SelectionId(id), callers.me(), callers.reach()));
    }

    @GET
    @Path("{id}/versions")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "Read every version of a selection", description = "Oldest first, each with its digest.")
    @APIResponse(responseCode = "200", description = "The versions")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Page<SelectionJson.VersionJson> versions(@PathParam("id") UUID id) {
        return new Page<>(readSelections.versions(new SelectionId(id), callers.reach()), null)
                .map(content -> SelectionJson.VersionJson.of(content, onTheMenu(content.lines())));
    }

    @GET
    @Path("{id}/decisions")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Read every decision about a selection",
            description = "Oldest first, also on earlier versions; binding says whether it still counts.")
    @APIResponse(responseCode = "200", description = "The decisions")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Page<SelectionJson.DecisionJson> decisions(@PathParam("id") UUID id) {
        Selection selection =
                readSelections.one(new SelectionId(id), callers.reach()).value();
        return new Page<>(selection.dossier().decisions(), null)
                .map(decision -> SelectionJson.DecisionJson.of(selection, decision));
    }

    @PUT
    @Path("{id}/submission")
    @RolesAllowed(SCHOOL_LEADER)
    @Operation(
            summary = "Submit a selection for decision",
            description =
                    "Within the school's allocation, together with its other submitted, approved and reserved selections of the fund, and by the fund's rules; refused by the first thing that is in the way (GET /selections/{id}/validation shows all). Says SelectionSubmitted.")
    @APIResponse(
            responseCode = "200",
            description = "Submitted; the council is next",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "no-such-selection, no-such-approval-policy, no-such-selection-rules")
    @APIResponse(
            responseCode = "409",
            description = "selection-not-a-draft, fund-closed, allocation-not-heard-of, program-not-heard-of")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "allocation-exceeded, contracted-line-dropped, lost-a-competition, not-in-portfolio, program-suspended, submitted-too-late, too-few-partners, too-many-partners, share-too-large, line-below-least, capacity-exceeded")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response submit(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var handed = submitSelection.submit(new SelectionId(id), IfMatch.version(ifMatch), callers.me());
        var selection = handed.selection();
        return Answers.ok(SelectionJson.of(selection.value(), handed.onTheMenu()), selection.version());
    }

    @PUT
    @Path("{id}/withdrawal")
    @RolesAllowed(SCHOOL_LEADER)
    @Operation(
            summary = "Withdraw a selection",
            description =
                    "For good, and only while nothing of it is under contract. Says SelectionWithdrawn if it was ever submitted; what is reserved is released.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(responseCode = "409", description = "lines-under-contract, selection-already-withdrawn, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SelectionJson.ToWithdraw asked) {
        return ok(
                submitSelection.withdraw(new SelectionId(id), IfMatch.version(ifMatch), callers.me(), asked.reason()));
    }

    @PUT
    @Path("{id}/superintendent-decision")
    @RolesAllowed(INSTRUCTIONAL_SUPERINTENDENT)
    @Operation(
            summary = "Decide as the school's Instructional Superintendent",
            description =
                    "When its stage of the plan is open, by default after the council; by who is assigned to the school today, or in whose place they are, and did not submit it. A return says SelectionReturned.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection, no-such-line")
    @APIResponse(responseCode = "409", description = "not-the-turn, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "own-decision, program-suspended")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecisionsJson.ToDecide asked) {
        return ok(decideSelection.asSuperintendent(
                callers.decider(), asked.asked(id, IfMatch.version(ifMatch), Step.SUPERINTENDENT)));
    }

    @PUT
    @Path("{id}/completeness-check")
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Check whether a selection is complete",
            description =
                    "By default the last step. complete: it is approved and the ledger is asked to set the money aside (says SelectionApproved). return: back to the school (says SelectionReturned).")
    @APIResponse(
            responseCode = "200",
            description = "Checked",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection, no-such-line")
    @APIResponse(responseCode = "409", description = "not-the-turn, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "own-decision, program-suspended")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response check(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SelectionJson.ToCheck asked) {
        return ok(decideSelection.asBudgetOffice(callers.decider(), asked.asked(id, IfMatch.version(ifMatch))));
    }

    @PUT
    @Path("{id}/return")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Return what a council cannot decide",
            description =
                    "Only while the newest motion about it is blocked, because the principal is recused. Says SelectionReturned.")
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(responseCode = "409", description = "motion-not-blocked, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SelectionJson.ToReturn asked) {
        return ok(decideSelection.returnBlocked(
                new SelectionId(id), IfMatch.version(ifMatch), callers.me(), asked.reasons()));
    }

    private Response ok(Versioned<Selection> selection) {
        return Answers.ok(json(selection.value()), selection.version());
    }

    private SelectionJson json(Selection selection) {
        return SelectionJson.of(
                selection, onTheMenu(selection.dossier().content().lines()));
    }

    private Set<ProgramId> onTheMenu(List<Line> lines) {
        return readSelections.onTheMenu(lines.stream().map(Line::program).toList());
    }
}
