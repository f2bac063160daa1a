package org.partnershipfund.procurement.adapter.rest;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.process.Cancelling;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.rules.Evaluation.Requirement;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.usecase.AwardProcess;
import org.partnershipfund.procurement.usecase.CancelProcess;
import org.partnershipfund.procurement.usecase.CollectOffers;
import org.partnershipfund.procurement.usecase.JoinLate;
import org.partnershipfund.procurement.usecase.OpenProcess;

/** The doors for contracting processes; for the offices of the district. */
@Path("/processes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PARTNERSHIPS_TEAM,
    Roles.PROCUREMENT_OFFICER,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.MAYOR,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR
})
@Tag(name = "Processes", description = "How a program is bought for all schools that chose it")
public class ProcessResource {

    private final Processes processes;
    private final Holdings holdings;
    private final Contracts contracts;
    private final ProcurementRules rules;
    private final OpenProcess openProcess;
    private final CollectOffers collectOffers;
    private final AwardProcess awardProcess;
    private final CancelProcess cancelProcess;
    private final JoinLate joinLate;
    private final Doors doors;

    ProcessResource(
            Processes processes,
            Holdings holdings,
            Contracts contracts,
            ProcurementRules rules,
            OpenProcess openProcess,
            CollectOffers collectOffers,
            AwardProcess awardProcess,
            CancelProcess cancelProcess,
            JoinLate joinLate,
            Doors doors) {
        this.processes = processes;
        this.holdings = holdings;
        this.contracts = contracts;
        this.rules = rules;
        this.openProcess = openProcess;
        this.collectOffers = collectOffers;
        this.awardProcess = awardProcess;
        this.cancelProcess = cancelProcess;
        this.joinLate = joinLate;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Begin to buy a program",
            description =
                    "Gathers every reserved line of the program in the fund that nobody buys yet, on a route with its reasons. Says ProcessOpened.")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-determination")
    @APIResponse(responseCode = "409", description = "nothing-to-buy, determination-revoked, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "route-reference-missing, determination-of-another, determination-exceeded, no-such-ground, term-too-long, sole-source-over-cap, purchase-is-split, no-such-framework-award, framework-award-does-not-cover, rules-not-known, idempotency-key-reused")
    public Response open(@Valid @NotNull ProcessJson.ToOpen asked) {
        var process = openProcess.open(asked.request());
        return created(process);
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the processes", description = "By id, which follows the time of opening.")
    public Page<ProcessJson.Row> list(
            @BeanParam PageRequest page,
            @QueryParam("fundId") @Nullable UUID fundId,
            @QueryParam("programId") @Nullable UUID programId,
            @QueryParam("state") @Nullable String state) {
        return Page.of(
                        processes.list(
                                new Processes.Filter(
                                        Optional.ofNullable(fundId),
                                        Optional.ofNullable(programId),
                                        Optional.ofNullable(state),
                                        page.modifiedAfter()),
                                page.after().map(cursor -> new ProcessId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> ProcessJson.Row.of(found.value()));
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read one process",
            description = "With its requirements and what meets them, offers, award, and the lines of the schools.")
    @APIResponse(
            responseCode = "200",
            description = "The process",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-process")
    public Response read(@PathParam("id") UUID id) {
        return ok(processes.find(new ProcessId(id)).orElseThrow(() -> new RefusedException(new NoSuchProcess(id))));
    }

    @PUT
    @Path("{id}/solicitation")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Record the asking for offers",
            description =
                    "Its day decides which rules count; the method is frozen by it. Asked again only if what is reserved has outgrown the method; older offers are void then.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(responseCode = "409", description = "no-solicitation-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "before-cut-off, solicitation-does-not-fit, too-few-asked, notice-places-missing, opening-too-soon, date-not-possible, rules-not-known, value-not-positive")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response solicit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SolicitationJson.ToSolicit asked) {
        return ok(collectOffers.solicit(new ProcessId(id), IfMatch.version(ifMatch), asked.solicitation()));
    }

    @POST
    @Path("{id}/quotes")
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(summary = "Record a quote, or that somebody asked declined")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the process as it is now",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(
            responseCode = "409",
            description = "no-offers-now, already-offered, program-not-known, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "not-asked, name-not-unique, date-not-possible, idempotency-key-reused")
    public Response quote(@PathParam("id") UUID id, @Valid @NotNull OfferJson.ToQuote asked) {
        UUID program = asked.programId();
        return created(collectOffers.record(
                new ProcessId(id), asked.quote(program == null ? null : collectOffers.program(program))));
    }

    @POST
    @Path("{id}/proposals")
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Record an opened proposal with its ratings",
            description = "Not before the opening of the notice.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the process as it is now",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(
            responseCode = "409",
            description = "no-offers-now, already-offered, program-not-known, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response propose(@PathParam("id") UUID id, @Valid @NotNull OfferJson.ToPropose asked) {
        return created(
                collectOffers.record(new ProcessId(id), asked.proposal(collectOffers.program(asked.programId()))));
    }

    @PUT
    @Path("{id}/award")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Award the process",
            description =
                    "Says AwardMade; if another program wins than the schools chose, also ProcurementOutcomeDiffers per line, and the process waits for their new versions.")
    @APIResponse(
            responseCode = "200",
            description = "Awarded",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(responseCode = "409", description = "not-awardable-now, while-suspended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "too-few-quotes, no-such-offer, name-not-unique, not-the-lowest, award-to-not-responsible, proposal-unacceptable, method-outgrown, sole-source-over-cap, award-outside-reservations, no-such-framework-award, units-not-awarded, framework-value-exceeded")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response award(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AwardJson.ToAward asked) {
        return ok(
                awardProcess.award(new ProcessId(id), IfMatch.version(ifMatch), asked.awarding(), asked.quantities()));
    }

    @PUT
    @Path("{id}/late-schools")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Let late schools join",
            description =
                    "Gathers every line of the program that waits by now into a process in which nobody was asked yet; value and method are found again. Otherwise the refusal says which way is lawful: asking anew, an amendment, or a process of its own.")
    @APIResponse(
            responseCode = "200",
            description = "Joined",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(responseCode = "409", description = "nothing-to-buy, too-late-to-join")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "determination-exceeded")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response joinLate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(joinLate.join(new ProcessId(id), IfMatch.version(ifMatch)));
    }

    @PUT
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Cancel the process",
            description =
                    "With the reason in writing, as long as no contract is drafted; also a process that every school has left. What the schools reserved stays reserved and waits for a new process. Says ProcessCancelled.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = ProcessJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(responseCode = "409", description = "process-cancelled, process-under-contract")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "belongs-to-bidder")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CancellationJson.ToCancel asked) {
        var officer = doors.person();
        return ok(cancelProcess.cancel(
                new ProcessId(id),
                IfMatch.version(ifMatch),
                new Cancelling(asked.reason(), officer.issuer(), officer.subject())));
    }

    private Response ok(Versioned<ContractingProcess> process) {
        return Answers.ok(json(process.value()), process.version());
    }

    private Response created(Versioned<ContractingProcess> process) {
        return Answers.created("/processes/" + process.value().id(), json(process.value()), process.version());
    }

    private ProcessJson json(ContractingProcess process) {
        var book = rules.all();
        LocalDate day = day(process);
        return ProcessJson.of(
                process,
                holdings.ofProcess(process.id().value()),
                requirements(book, day, process.opening().value()),
                book.number("minimum-quotes", day),
                contracts.of(process.id()).map(ContractId::value).orElse(null));
    }

    /** What the value demands; nothing is demanded of a process that every school has left. */
    private static List<Requirement> requirements(RuleBook book, LocalDate day, Money value) {
        return value.isPositive() ? book.evaluate(day, value).orRefuse().state().requirements() : List.of();
    }

    /** The day whose rules count: that of the solicitation, before it that of the opening. */
    private static LocalDate day(ContractingProcess process) {
        return switch (process) {
            case Open open -> open.opening().openedOn();
            case Solicited solicited -> solicited.solicitation().on();
            case Awarded(var opening, var solicited, var _) ->
                solicited == null
                        ? opening.openedOn()
                        : solicited.solicitation().on();
            case Cancelled(var before, var _) -> day(before);
        };
    }
}
