package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scopes;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NoSuchLine;
import org.partnershipfund.procurement.ledger.Statements;

/** The doors for budget lines. What is outside of the caller's scope does not exist for the caller. */
@Path("/budget-lines")
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
    Roles.RECORDS_AUDITOR
})
@Tag(name = "Budget lines", description = "One restricted line per school and fund, and every transfer in it")
public class BudgetLineResource {

    private final BudgetLines lines;
    private final Ledger ledger;
    private final Statements statements;
    private final Scopes scopes;

    BudgetLineResource(BudgetLines lines, Ledger ledger, Statements statements, Scopes scopes) {
        this.lines = lines;
        this.ledger = ledger;
        this.statements = statements;
        this.scopes = scopes;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List budget lines",
            description =
                    "By school code, then fiscal year. A school's people see the lines of their schools, district offices all. modifiedAfter asks for lines in which money moved later.")
    public Page<BudgetLineJson> list(@BeanParam PageRequest page, @BeanParam LineFilter filter) {
        return Page.of(
                        lines.list(
                                filter.slice(scopes.current(), page.modifiedAfter()),
                                page.after().map(BudgetLineResource::after),
                                page.rows()),
                        page,
                        found -> cursor(found.value()))
                .map(found -> BudgetLineJson.of(found.value()));
    }

    @GET
    @Path("totals")
    @Operation(
            summary = "Add budget lines up",
            description = "How many lines the same filter has, and what they hold together, to the cent.")
    public BudgetLineJson.TotalsJson totals(@BeanParam LineFilter filter) {
        return BudgetLineJson.TotalsJson.of(lines.totals(filter.slice(scopes.current(), Optional.empty())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one budget line", description = "Its version, the ETag, grows with every transfer.")
    @APIResponse(
            responseCode = "200",
            description = "The line",
            headers = @Header(name = "ETag", description = "The line's version, such as \"3\""),
            content = @Content(schema = @Schema(implementation = BudgetLineJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-budget-line")
    public Response read(@PathParam("id") UUID id) {
        var line = visible(id);
        return Answers.ok(BudgetLineJson.of(line.value()), line.version());
    }

    @GET
    @Path("{id}/transfers")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the transfers of a budget line", description = "All of them, oldest first.")
    @APIResponse(responseCode = "200", description = "The transfers")
    @APIResponse(responseCode = "404", description = "no-such-budget-line")
    public Page<TransferJson> transfers(@PathParam("id") UUID id, @BeanParam Paging page) {
        List<Ledger.Entry> entries = ledger.entries(
                visible(id).value().id(),
                page.after().map(cursor -> cursor.number(0)).orElse(0L),
                page.rows());
        return Page.of(entries, page, entry -> Cursor.at(entry.number())).map(TransferJson::of);
    }

    @GET
    @Path("{id}/statement")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Draw up the statement of a budget line",
            description =
                    "As of any instant: every transfer, oldest first, with its cause and the balances that it left, between an opening and a closing row. Added up from the transfers alone.")
    @APIResponse(responseCode = "200", description = "The statement, transfer by transfer")
    @APIResponse(responseCode = "404", description = "no-such-budget-line")
    public Page<StatementJson.LineRow> statement(
            @PathParam("id") UUID id, @BeanParam Paging page, @BeanParam StatementSpan asked) {
        var line = visible(id).value().id();
        var span = asked.span();
        var ends = statements.ofLine(line, span);
        return StatementJson.page(
                statements.ofLine(line, span, StatementJson.after(page), page.rows()),
                page,
                Statements.Entry::entry,
                StatementJson.LineRow::of,
                StatementJson.LineRow.opening(span, ends),
                StatementJson.LineRow.closing(span, ends));
    }

    private Versioned<BudgetLine> visible(UUID id) {
        var asked = new BudgetLineId(id);
        return scopes.current()
                .visible(lines.find(asked), found -> found.value().school())
                .orElseThrow(() -> new RefusedException(new NoSuchLine(asked)));
    }

    private static Cursor cursor(BudgetLine line) {
        return Cursor.at(line.school(), line.year().endYear(), line.id());
    }

    private static BudgetLines.Place after(Cursor cursor) {
        return new BudgetLines.Place(cursor.school(0), Math.clamp(cursor.number(1), 0, 9999), cursor.uuid(2));
    }
}
