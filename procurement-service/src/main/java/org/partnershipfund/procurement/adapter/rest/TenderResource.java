package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.tender.SealedBids;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchBid;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchTender;
import org.partnershipfund.procurement.tender.Tenders;
import org.partnershipfund.procurement.usecase.AskAboutTender;
import org.partnershipfund.procurement.usecase.AwardTender;
import org.partnershipfund.procurement.usecase.OpenBids;
import org.partnershipfund.procurement.usecase.PublishTender;
import org.partnershipfund.procurement.usecase.RateProposals;
import org.partnershipfund.procurement.usecase.SubmitBid;

/** The doors for tenders. Everybody reads what is published; nobody reads what is sealed. */
@Path("/tenders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenders", description = "Public invitations, sealed bids, awards")
public class TenderResource {

    private final Tenders tenders;
    private final SealedBids box;
    private final PublishTender publishTender;
    private final AskAboutTender ask;
    private final SubmitBid submitBid;
    private final OpenBids openBids;
    private final RateProposals rateProposals;
    private final AwardTender awardTender;
    private final Doors doors;
    private final Clock clock;

    TenderResource(
            Tenders tenders,
            SealedBids box,
            PublishTender publishTender,
            AskAboutTender ask,
            SubmitBid submitBid,
            OpenBids openBids,
            RateProposals rateProposals,
            AwardTender awardTender,
            Doors doors,
            Clock clock) {
        this.tenders = tenders;
        this.box = box;
        this.publishTender = publishTender;
        this.ask = ask;
        this.submitBid = submitBid;
        this.openBids = openBids;
        this.rateProposals = rateProposals;
        this.awardTender = awardTender;
        this.doors = doors;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Draft a tender",
            description =
                    "Of one process whose route is a competition and which the top tier's method is demanded of, by its value or by the sum of what belongs together; or a framework for a service area.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(responseCode = "409", description = "process-not-tenderable, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "reason-for-proposals-missing, tender-terms-incomplete, framework-term-not-possible, idempotency-key-reused")
    public Response draft(@Valid @NotNull TenderJson.ToDraft asked) {
        var framework = asked.framework();
        var area = asked.serviceArea();
        var value = asked.value();
        UUID process = asked.processId();
        if (process != null) {
            return created(publishTender.draft(asked.draft(), new ProcessId(process), doors.person()));
        }
        if (framework == null || area == null || value == null) {
            throw new IllegalStateException("neither a process nor a framework");
        }
        return created(publishTender.draft(asked.draft(), framework.framework(), area, value.money(), doors.person()));
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the tenders",
            description = "By id, which follows the time of drafting. Public; drafts are for the offices.")
    public Page<TenderJson.Row> list(
            @BeanParam PageRequest page,
            @QueryParam("state") @Nullable String state,
            @QueryParam("serviceArea") @Nullable String serviceArea) {
        var now = clock.instant();
        return Page.of(
                        tenders.list(
                                new Tenders.Filter(
                                        doors.isOffice(),
                                        Optional.ofNullable(state),
                                        Optional.ofNullable(serviceArea),
                                        page.modifiedAfter(),
                                        now),
                                page.after().map(cursor -> new TenderId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> TenderJson.Row.of(found.value().at(now)));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "Read one tender",
            description =
                    "Public: invitation, keys, notices, answers; the number of bids after the deadline; who bid after the opening, prices of bids with it, prices and ratings of proposals after the award.")
    @APIResponse(
            responseCode = "200",
            description = "The tender",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-tender")
    public Response read(@PathParam("id") UUID id) {
        return ok(visible(id));
    }

    @PUT
    @Path("{id}/key")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Register one's own public key for a tender",
            description = "Two different officers do; the private keys stay with them.")
    @APIResponse(
            responseCode = "200",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-tender")
    @APIResponse(responseCode = "409", description = "tender-not-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "tender-key-unusable, belongs-to-bidder")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response register(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TenderJson.ToRegister asked) {
        return ok(publishTender.register(new TenderId(id), IfMatch.version(ifMatch), asked.key(), doors.person()));
    }

    @PUT
    @Path("{id}/publication")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Publish a tender",
            description =
                    "Once the notices stand in every place that the rules want, each with its proof. A process is solicited by it and its method frozen.")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-tender")
    @APIResponse(responseCode = "409", description = "tender-not-now, tender-keys-missing, no-solicitation-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "notice-places-missing, opening-too-soon, date-not-possible, solicitation-does-not-fit, rules-not-known, value-not-positive")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TenderJson.ToPublish asked) {
        return ok(publishTender.publish(
                new TenderId(id),
                IfMatch.version(ifMatch),
                asked.notices().stream().map(TenderJson.NoticeJson::notice).toList()));
    }

    @PUT
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Cancel a tender before its award",
            description = "What is sealed stays sealed. Offers for its process may be asked for anew.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-tender")
    @APIResponse(responseCode = "409", description = "tender-not-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "belongs-to-bidder")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TenderJson.ToCancel asked) {
        return ok(publishTender.cancel(new TenderId(id), IfMatch.version(ifMatch), asked.reason(), doors.person()));
    }

    @POST
    @Path("{id}/questions")
    @Idempotent(discreet = true)
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            summary = "Ask about a tender",
            description =
                    "Until the day before the deadline. Who asked is kept nowhere; the answer is public. Sent again with the same key it is asked once and answered without a body.")
    @APIResponse(
            responseCode = "201",
            description = "Asked",
            content = @Content(schema = @Schema(implementation = TenderJson.AnswerJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-tender")
    @APIResponse(responseCode = "409", description = "tender-not-now, question-too-late, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response question(@PathParam("id") UUID id, @Valid @NotNull TenderJson.ToAsk asked) {
        var _ = visible(id);
        return Answers.created(
                "/tenders/" + id, TenderJson.AnswerJson.of(ask.ask(new TenderId(id), asked.question())), 1);
    }

    @GET
    @Path("{id}/questions")
    @RolesAllowed({Roles.PROCUREMENT_OFFICER, Roles.RECORDS_AUDITOR})
    @Operation(summary = "List all questions, also those without an answer")
    @APIResponse(responseCode = "200", description = "The questions")
    @APIResponse(responseCode = "404", description = "no-such-tender")
    public List<TenderJson.AnswerJson> questions(@PathParam("id") UUID id) {
        return tenders.questions(visible(id).value().id()).stream()
                .map(TenderJson.AnswerJson::of)
                .toList();
    }

    @POST
    @Path("{id}/questions/{questionId}/answer")
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(summary = "Answer a question", description = "Once, to everybody at the same time.")
    @APIResponse(
            responseCode = "201",
            description = "Answered",
            content = @Content(schema = @Schema(implementation = TenderJson.AnswerJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-tender, no-such-question")
    @APIResponse(
            responseCode = "409",
            description = "tender-not-now, question-answered-already, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response answer(
            @PathParam("id") UUID id,
            @PathParam("questionId") UUID questionId,
            @Valid @NotNull TenderJson.ToAnswer asked) {
        return Answers.created(
                "/tenders/" + id,
                TenderJson.AnswerJson.of(ask.answer(new TenderId(id), questionId, asked.answer())),
                1);
    }

    @POST
    @Path("{id}/bids")
    @Idempotent(discreet = true)
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            summary = "Submit sealed envelopes",
            description =
                    "Until the deadline, by the clock of this service; a newer bid replaces the partner's older one, so often as the rules allow. The envelopes are made with ./fund bid seal. Sent again with the same key it is taken in once and answered without a body; GET receipts has the receipt.")
    @APIResponse(
            responseCode = "201",
            description = "Taken in; the receipt",
            content = @Content(schema = @Schema(implementation = TenderJson.ReceiptJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-tender")
    @APIResponse(
            responseCode = "409",
            description =
                    "tender-not-now, bid-too-late, bidder-not-known, too-many-replacements, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "envelope-unusable, certificates-missing, idempotency-key-reused")
    public Response bid(@PathParam("id") UUID id, @Valid @NotNull TenderJson.ToBid asked) {
        var _ = visible(id);
        Map<Part, byte[]> envelopes = new EnumMap<>(Part.class);
        envelopes.put(Part.PRICE, TenderJson.bytes("price", asked.price()));
        String technical = asked.technical();
        if (technical != null) {
            envelopes.put(Part.TECHNICAL, TenderJson.bytes("technical", technical));
        }
        var receipt = submitBid.submit(
                new TenderId(id),
                asked.partnerId(),
                envelopes,
                asked.nonCollusion() && asked.taxAttestation(),
                doors.person(),
                doors.sight().partners());
        return Answers.created("/tenders/" + id + "/receipts", json(receipt), 1);
    }

    @POST
    @Path("{id}/withdrawals")
    @Idempotent(discreet = true)
    @RolesAllowed(Roles.PARTNER)
    @Operation(summary = "Take one's bid back", description = "Until the deadline.")
    @APIResponse(responseCode = "204", description = "It does not count any more")
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-tender, no-bid-of-yours")
    @APIResponse(responseCode = "409", description = "tender-not-now, bid-too-late, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response withdraw(@PathParam("id") UUID id, @Valid @NotNull TenderJson.ToWithdraw asked) {
        var _ = visible(id);
        submitBid.withdraw(
                new TenderId(id),
                asked.partnerId(),
                doors.person(),
                doors.sight().partners());
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/receipts")
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            summary = "Read the receipts of one's own bids",
            description = "Digests and times; the content is sealed.")
    @APIResponse(responseCode = "200", description = "The receipts")
    @APIResponse(responseCode = "404", description = "no-such-tender")
    public List<TenderJson.ReceiptJson> receipts(@PathParam("id") UUID id) {
        var tender = visible(id).value().id();
        return doors.sight().partners().stream()
                .sorted()
                .flatMap(partner -> box.receipt(tender, partner).stream())
                .map(TenderResource::json)
                .toList();
    }

    @GET
    @Path("{id}/shares")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Read the wrapped shares of envelopes that are due to be opened",
            description = "Officers unwrap them on their own machines with ./fund bid open. No names.")
    @APIResponse(
            responseCode = "200",
            description = "The wrapped shares",
            content = @Content(schema = @Schema(implementation = TenderJson.WrappedJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-tender")
    @APIResponse(responseCode = "409", description = "tender-not-now")
    @APIResponse(responseCode = "422", description = "belongs-to-bidder")
    public TenderJson.WrappedJson shares(
            @PathParam("id") UUID id,
            @Parameter(description = "Which half of the envelopes", example = "technical")
                    @QueryParam("part")
                    @NotNull @Pattern(regexp = "technical|price", message = "it must be technical or price") String part) {
        return TenderJson.WrappedJson.of(openBids.wrapped(new TenderId(id), part(part), doors.person()));
    }

    @POST
    @Path("{id}/openings")
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Hand in the shares of one key",
            description =
                    "Two officers do, each for one key; with the second's the envelopes open. Technical after the deadline, prices of proposals after the ratings are final, of bids after the deadline.")
    @APIResponse(
            responseCode = "201",
            description = "Handed in; the tender as it is now",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-tender")
    @APIResponse(responseCode = "409", description = "tender-not-now, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "share-wrong, officer-twice, belongs-to-bidder, witnesses-missing, idempotency-key-reused")
    public Response open(@PathParam("id") UUID id, @Valid @NotNull TenderJson.ToOpen asked) {
        return created(openBids.hand(
                new TenderId(id),
                part(asked.part()),
                asked.fingerprint(),
                asked.envelopes().stream().map(TenderJson.ShareJson::unwrapped).toList(),
                asked.witnesses(),
                doors.person()));
    }

    @GET
    @Path("{id}/proposals/{bidId}")
    @RolesAllowed({Roles.PROCUREMENT_OFFICER, Roles.PARTNERSHIPS_TEAM, Roles.RECORDS_AUDITOR})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Read an opened technical proposal",
            description = "The bytes as the bidder sealed them; not checked for what they are.")
    @APIResponse(responseCode = "200", description = "The proposal")
    @APIResponse(responseCode = "404", description = "no-such-tender, no-such-bid")
    public Response proposal(@PathParam("id") UUID id, @PathParam("bidId") UUID bidId) {
        var tender = visible(id).value().id();
        byte[] content = box.content(tender, bidId, Part.TECHNICAL)
                .orElseThrow(() -> new RefusedException(new NoSuchBid(tender, bidId)));
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"proposal-" + bidId + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Path("{id}/ratings")
    @Idempotent
    @RolesAllowed({Roles.PROCUREMENT_OFFICER, Roles.PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Rate a proposal as an evaluator",
            description =
                    "By each criterion with a reason; a newer rating of the same evaluator takes the older one's place.")
    @APIResponse(
            responseCode = "201",
            description = "Rated; the tender as it is now",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-tender, no-such-bid")
    @APIResponse(responseCode = "409", description = "tender-not-now, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "marks-incomplete, belongs-to-bidder, idempotency-key-reused")
    public Response rate(@PathParam("id") UUID id, @Valid @NotNull TenderJson.ToRate asked) {
        return created(rateProposals.rate(new TenderId(id), asked.sheet(doors.person())));
    }

    @PUT
    @Path("{id}/evaluation")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Make the ratings final",
            description = "What the evaluators say together of each proposal; after it, prices may be opened.")
    @APIResponse(
            responseCode = "200",
            description = "Final",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-tender, no-such-bid")
    @APIResponse(responseCode = "409", description = "tender-not-now, too-few-evaluators")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "marks-incomplete, consensus-outside, belongs-to-bidder")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response conclude(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TenderJson.ToConclude asked) {
        return ok(rateProposals.conclude(
                new TenderId(id),
                IfMatch.version(ifMatch),
                asked.proposals().stream()
                        .map(TenderJson.ConsensusJson::consensus)
                        .toList(),
                doors.person()));
    }

    @PUT
    @Path("{id}/award")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Award a tender",
            description =
                    "Of a process: as PUT /processes/{id}/award, with the same events. Of a framework: the awards that schools call off from.")
    @APIResponse(
            responseCode = "200",
            description = "Awarded",
            content = @Content(schema = @Schema(implementation = TenderJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-tender, no-such-bid, no-such-process")
    @APIResponse(responseCode = "409", description = "tender-not-now, while-suspended, not-awardable-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "too-many-awards, bid-not-awardable, not-the-best-bid, award-outside-reservations, method-outgrown, proposal-unacceptable, belongs-to-bidder")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response award(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TenderJson.ToAward asked) {
        return ok(awardTender.award(new TenderId(id), IfMatch.version(ifMatch), asked.choosing(), doors.person()));
    }

    /** The tender, if whoever asks may know of it. */
    private Versioned<Tender> visible(UUID id) {
        return tenders.find(new TenderId(id))
                .filter(found -> found.value().published().isPresent() || doors.isOffice())
                .orElseThrow(() -> new RefusedException(new NoSuchTender(id)));
    }

    private static Part part(String word) {
        return Part.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static TenderJson.ReceiptJson json(SealedBids.Receipt receipt) {
        return new TenderJson.ReceiptJson(
                receipt.bid(), receipt.tender().value(), receipt.partner(), receipt.submittedAt(), receipt.digests());
    }

    private Response ok(Versioned<Tender> tender) {
        return Answers.ok(json(tender.value()), tender.version());
    }

    private Response created(Versioned<Tender> tender) {
        return Answers.created("/tenders/" + tender.value().id(), json(tender.value()), tender.version());
    }

    private TenderJson json(Tender tender) {
        return TenderJson.of(
                tender.at(clock.instant()),
                tenders.questions(tender.id()),
                () -> box.count(tender.id()),
                doors.isOffice(),
                clock.getZone());
    }
}
