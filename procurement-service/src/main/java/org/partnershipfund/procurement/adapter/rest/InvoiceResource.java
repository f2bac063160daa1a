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
import jakarta.ws.rs.core.Response;
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
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchInvoice;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.usecase.CheckInvoice;
import org.partnershipfund.procurement.usecase.PayInvoice;
import org.partnershipfund.procurement.usecase.SubmitInvoice;

/** The doors for invoices. Partners see their own, schools those that name them, offices all. */
@Path("/invoices")
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
    private final Doors doors;

    InvoiceResource(
            Invoices invoices,
            SubmitInvoice submitInvoice,
            CheckInvoice checkInvoice,
            PayInvoice payInvoice,
            Doors doors) {
        this.invoices = invoices;
        this.submitInvoice = submitInvoice;
        this.checkInvoice = checkInvoice;
        this.payInvoice = payInvoice;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PARTNER)
    @Operation(summary = "Submit an invoice under one's own contract")
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
            description = "contract-not-executed, invoice-number-used, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "service-before-execution, service-dates-not-possible, school-not-on-contract, invoice-exceeds-encumbrance, nothing-invoiced, idempotency-key-reused")
    public Response submit(@Valid @NotNull InvoiceJson.ToSubmit asked) {
        var sight = doors.sight();
        var invoice = submitInvoice.submit(
                new ContractId(asked.contractId()),
                asked.number(),
                asked.lines().stream().map(InvoiceJson.LineJson::line).toList(),
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
            @QueryParam("state") @Nullable String state) {
        var sight = doors.sight();
        return Page.of(
                        invoices.list(
                                new Invoices.Filter(
                                        Optional.ofNullable(contractId),
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
                    "Said by the leader of exactly that school. When every school on it has said yes, the invoice is verified; one no rejects it.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice")
    @APIResponse(responseCode = "409", description = "invoice-step-not-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "separation-of-duties, school-not-on-contract")
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
                asked.note(),
                doors.person(),
                doors.led()));
    }

    @PUT
    @Path("{id}/certification")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(summary = "Certify that the work is done and the amount due")
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
            summary = "Record the payment",
            description = "Expends the amount from each school's encumbrance. Says InvoicePaid.")
    @APIResponse(
            responseCode = "200",
            description = "Paid",
            content = @Content(schema = @Schema(implementation = InvoiceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-invoice")
    @APIResponse(responseCode = "409", description = "invoice-step-not-now")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "separation-of-duties, invoice-exceeds-encumbrance")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response pay(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull InvoiceJson.ToPay asked) {
        return ok(payInvoice.pay(new InvoiceId(id), IfMatch.version(ifMatch), doors.person(), asked.reference()));
    }

    private Response ok(Versioned<Invoice> invoice) {
        return Answers.ok(InvoiceJson.of(invoice.value(), doors.sight()), invoice.version());
    }
}
