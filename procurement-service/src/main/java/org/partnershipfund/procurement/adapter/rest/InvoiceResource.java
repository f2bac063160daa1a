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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.invoice.Desk;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchInvoice;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.invoice.LineDecision.Side;
import org.partnershipfund.procurement.invoice.Settlement.Part;
import org.partnershipfund.procurement.usecase.CheckInvoice;
import org.partnershipfund.procurement.usecase.CreditInvoice;
import org.partnershipfund.procurement.usecase.PayInvoice;
import org.partnershipfund.procurement.usecase.SubmitInvoice;

/** The doors for invoices. Partners see their own, schools those that name them, offices all. */
@Path("/invoices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PARTNERSHIPS_TEAM,
    Roles.PROCUREMENT_OFFICER,
    Roles.SCHOOL_LEADER,
    Roles.COUNCIL_MEMBER,
    Roles.INSTRUCTIONAL_SUPERINTENDENT,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.MAYOR,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR,
    Roles.PARTNER
})
@Tag(name = "Invoices", description = "Verified by schools, certified, received by the City Auditor, paid")
public class InvoiceResource {

    private final Invoices invoices;
    private final SubmitInvoice submitInvoice;
    private final CheckInvoice checkInvoice;
    private final PayInvoice payInvoice;
    private final CreditInvoice creditInvoice;
    private final Doors doors;
    private final Clock clock;

    InvoiceResource(
            Invoices invoices,
            SubmitInvoice submitInvoice,
            CheckInvoice checkInvoice,
            PayInvoice payInvoice,
            CreditInvoice creditInvoice,
            Doors doors,
            Clock clock) {
        this.invoices = invoices;
        this.submitInvoice = submitInvoice;
        this.checkInvoice = checkInvoice;
        this.payInvoice = payInvoice;
        this.creditInvoice = creditInvoice;
        this.doors = doors;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            summary = "Submit an invoice under one's own contract",
            description =
                    "Every line is itemised: what was counted, at which price, on which days, for how many pupils. Amounts are quantity times price to the cent; a school is asked for at most what of its share is open and not invoiced; days that an earlier invoice has are named in continues.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description = "contract-not-executed, invoice-number-used, period-invoiced-before, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "service-before-execution, service-dates-not-possible, school-not-on-contract, invoice-exceeds-encumbrance, nothing-invoiced, does-not-multiply, invoice-line-twice, nothing-to-continue, idempotency-key-reused")
    public Response submit(@Valid @NotNull InvoiceJson.ToSubmit asked) {
        var sight = doors.sight();
        var invoice = submitInvoice.submit(
                new ContractId(asked.contractId()),
                asked.number(),
                asked.lines().stream().map(InvoiceJson.ToSubmitLine::line).toList(),
                doors.person(),
                sight);
        return Answers.created(
                "/invoices/" + invoice.value().id(), InvoiceJson.of(invoice.value(), sight), invoice.version());
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List invoices", description = "By id, which follows the time of submission.")
    public Page<InvoiceJson.Row> list(
            @BeanParam PageRequest page,
            @QueryParam("contractId") @Nullable UUID contractId,
            @QueryParam("schoolCode") @Nullable SchoolCode schoolCode,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("state") @Nullable String state) {
        var sight = doors.sight();
        return Page.of(
                        invoices.list(
                                new Invoices.Filter(
                                        Optional.ofNullable(contractId),
                                        Optional.ofNullable(partnerId),
                                        Optional.ofNullable(schoolCode),
                                        Optional.ofNullable(state),
                                        page.modifiedAfter()),
                                sight,
                                page.after().map(cursor -> new InvoiceId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> InvoiceJson.Row.of(found.value(), sight));
    }

    @GET
    @Path("payment-status")
    @RolesAllowed({
        Roles.PARTNER,
        Roles.BUDGET_OFFICE,
        Roles.PARTNERSHIPS_TEAM,
        Roles.PROCUREMENT_OFFICER,
        Roles.CITY_AUDITOR,
        Roles.RECORDS_AUDITOR
    })
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "See where invoices stand",
            description =
                    "By id, which follows the time of submission: a partner its own, an office all. On whose desk each lies, since when, which schools have not spoken, what is certified, paid and due.")
    public Page<InvoiceJson.StatusJson> paymentStatus(
            @BeanParam PageRequest page,
            @QueryParam("contractId") @Nullable UUID contractId,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("state") @Nullable String state) {
        var all = doors.sight();
        // Amounts of all schools together: for partners and offices, not for a school that has a line on it.
        var sight = new Sight(all.everything(), Set.of(), all.partners());
        var today = LocalDate.now(clock);
        return Page.of(
                        invoices.list(
                                new Invoices.Filter(
                                        Optional.ofNullable(contractId),
                                        Optional.ofNullable(partnerId),
                                        Optional.empty(),
                                        Optional.ofNullable(state),
                                        page.modifiedAfter()),
                                sight,
                                page.after().map(cursor -> new InvoiceId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> InvoiceJson.StatusJson.of(found.value(), today, clock.getZone()));
    }

    @GET
    @Path("ageing")
    @RolesAllowed({
        Roles.BUDGET_OFFICE,
        Roles.PARTNERSHIPS_TEAM,
        Roles.PROCUREMENT_OFFICER,
        Roles.DISTRICT_SUPERINTENDENT,
        Roles.CFO,
        Roles.DEPUTY_CFO,
        Roles.CITY_AUDITOR,
        Roles.RECORDS_AUDITOR
    })
    @Operation(
            summary = "See what waits for how long",
            description =
                    "Invoices that are not settled, by state and whole days since submission: 0 to 30, 31 to 60, 61 to 90, 91 and more (policy/invoices §7). Each state lies on one desk.")
    public InvoiceJson.AgeingJson ageing(
            @QueryParam("fundId") @Nullable UUID fundId, @QueryParam("partnerId") @Nullable UUID partnerId) {
        var today = LocalDate.now(clock);
        var aged = invoices.ageing(today, clock.getZone(), Optional.ofNullable(fundId), Optional.ofNullable(partnerId));
        return new InvoiceJson.AgeingJson(
                today,
                aged.stream()
                        .map(row -> new InvoiceJson.AgedJson(
                                row.state(),
                                Desk.of(row.state()).word(),
                                row.band().fromDays(),
                                row.band().untilDays(),
                                row.invoices(),
                                MoneyJson.of(row.open()),
                                row.longest()))
                        .toList(),
                MoneyJson.of(aged.stream().map(Invoices.Aged::open).reduce(Money.ZERO, Money::plus)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one invoice", description = "A school sees its own lines of it.")
    @APIResponse(
            responseCode = "200",
            description = "The invoice",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice")
    public Response read(@PathParam("id") UUID id) {
        var sight = doors.sight();
        return ok(invoices.find(new InvoiceId(id))
                .filter(found -> isSeen(found.value(), sight))
                .orElseThrow(() -> new RefusedException(new NoSuchInvoice(id))));
    }

    private static boolean isSeen(Invoice invoice, Sight sight) {
        return invoice.bill().bySchool().keySet().stream()
                .anyMatch(school -> sight.covers(invoice.bill().partner(), school));
    }

    @PUT
    @Path("{id}/verifications/{schoolCode}")
    @RolesAllowed(Roles.SCHOOL_LEADER)
    @Operation(
            summary = "Say whether the services were delivered at the school",
            description =
                    "Said by the leader of exactly that school: whole; with lines accepted in part and why; with lines disputed and why. delivered=false rejects the invoice. When every school has spoken it is verified, or disputed while a line is.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice, no-such-invoice-line")
    @APIResponse(responseCode = "409", description = "invoice-step-not-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "separation-of-duties, school-not-on-contract, invoice-line-exceeded, invoice-line-named-twice")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response verify(
            @PathParam("id") UUID id,
            @PathParam("schoolCode") SchoolCode schoolCode,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull InvoiceJson.ToVerify asked) {
        return ok(checkInvoice.verify(
                new InvoiceId(id),
                IfMatch.version(ifMatch),
                schoolCode,
                asked.delivered(),
                asked.lines() == null
                        ? List.of()
                        : asked.lines().stream()
                                .map(InvoiceJson.VerdictJson::verdict)
                                .toList(),
                asked.note(),
                doors.person(),
                doors.led()));
    }

    @PUT
    @Path("{id}/lines/{line}/decision")
    @RolesAllowed({Roles.SCHOOL_LEADER, Roles.PROCUREMENT_OFFICER})
    @Operation(
            summary = "Say what a line comes to",
            description =
                    "The leader of its school ends the school's own dispute; the contracting officer ends any dispute, or lowers what was accepted. What is not accepted is open on the contract again.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice, no-such-invoice-line")
    @APIResponse(responseCode = "409", description = "invoice-step-not-now, line-not-in-dispute")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "separation-of-duties, invoice-line-exceeded")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response decide(
            @PathParam("id") UUID id,
            @PathParam("line") int line,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull InvoiceJson.ToDecide asked) {
        boolean officer = doors.isProcurementOfficer();
        return ok(checkInvoice.decide(
                new InvoiceId(id),
                IfMatch.version(ifMatch),
                line,
                asked.accepted().money(),
                asked.reason(),
                doors.person(),
                officer ? Side.OFFICER : Side.SCHOOL,
                officer ? Set.of() : doors.led()));
    }

    @PUT
    @Path("{id}/certification")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Certify that the work is done and the amount due",
            description = "What the schools accepted, as far as no decision lowered it.")
    @APIResponse(
            responseCode = "200",
            description = "Certified",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice")
    @APIResponse(responseCode = "409", description = "invoice-step-not-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "separation-of-duties")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response certify(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(checkInvoice.certify(new InvoiceId(id), IfMatch.version(ifMatch), doors.person()));
    }

    @PUT
    @Path("{id}/receipt")
    @RolesAllowed(Roles.CITY_AUDITOR)
    @Operation(summary = "Record that the City Auditor has received it")
    @APIResponse(
            responseCode = "200",
            description = "Received",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice")
    @APIResponse(responseCode = "409", description = "invoice-step-not-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "separation-of-duties")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response receive(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(checkInvoice.receive(new InvoiceId(id), IfMatch.version(ifMatch), doors.person()));
    }

    @PUT
    @Path("{id}/payment")
    @RolesAllowed(Roles.BUDGET_OFFICE)
    @Operation(
            summary = "Record a payment",
            description =
                    "Of all that is due, or of part of it by line; several payments may settle one invoice. Expends the amount from each school's encumbrance. Says InvoicePaymentMade, and InvoicePaid once nothing is due.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice, no-such-invoice-line")
    @APIResponse(responseCode = "409", description = "invoice-step-not-now, payment-reference-used")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "separation-of-duties, invoice-exceeds-encumbrance, invoice-line-exceeded, invoice-line-named-twice, payment-day-not-possible")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response pay(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull InvoiceJson.ToPay asked) {
        return ok(payInvoice.pay(
                new InvoiceId(id),
                IfMatch.version(ifMatch),
                doors.person(),
                asked.reference(),
                asked.paidOn() == null ? LocalDate.now(clock) : asked.paidOn(),
                asked.lines() == null
                        ? List.of()
                        : asked.lines().stream()
                                .map(part -> new Part(part.line(), part.amount().money()))
                                .toList()));
    }

    @POST
    @Idempotent
    @Path("{id}/credit-notes")
    @RolesAllowed(Roles.BUDGET_OFFICE)
    @Operation(
            summary = "Record a partner's credit note on one line",
            description =
                    "First what is not paid yet is not asked for any more; the rest, which was paid, comes back to the school's line. By a person of the budget office who did not record a payment of it. Says InvoiceCredited.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-invoice, no-such-invoice-line")
    @APIResponse(
            responseCode = "409",
            description = "invoice-step-not-now, credit-note-number-used, idempotency-key-in-use")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description = "separation-of-duties, credit-exceeds-line, idempotency-key-reused")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response credit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull InvoiceJson.ToCredit asked) {
        var credited = creditInvoice.credit(
                new InvoiceId(id),
                IfMatch.version(ifMatch),
                asked.number(),
                asked.line(),
                asked.amount().money(),
                asked.reason(),
                asked.reference(),
                doors.person());
        return Answers.created("/invoices/" + id, InvoiceJson.of(credited.value(), doors.sight()), credited.version());
    }

    private Response ok(Versioned<Invoice> invoice) {
        return Answers.ok(InvoiceJson.of(invoice.value(), doors.sight()), invoice.version());
    }
}
