package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.procurement.rules.ProcurementRule;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** The doors for the dated rules of procurement. */
@Path("/procurement-rules")
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
@Tag(name = "Rules", description = "Which method and which requirements a day and a value demand")
public class RuleResource {

    private final ProcurementRules rules;

    RuleResource(ProcurementRules rules) {
        this.rules = rules;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the dated rules",
            description = "By id; of all days, or those of one day; also readings of the law that are not adopted.")
    public Page<RuleJson> list(
            @BeanParam Paging page,
            @Parameter(description = "Only rules of this day") @QueryParam("on") @Nullable LocalDate on,
            @Parameter(description = "Only rules of this kind", example = "method") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Only rules that hold for this class of bodies", example = "school-district")
                    @QueryParam("jurisdiction")
                    @Nullable String jurisdiction) {
        List<ProcurementRule> rest = rules.all().rules().stream()
                .filter(rule -> on == null || rule.isOf(on))
                .filter(rule -> kind == null || rule.kind().equals(kind))
                .filter(rule -> jurisdiction == null || rule.holdsFor(jurisdiction))
                .filter(rule -> page.after()
                        .map(cursor -> rule.id().compareTo(cursor.text(0)) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(ProcurementRule::id))
                .limit(page.rows())
                .toList();
        return Page.of(rest, page, rule -> Cursor.at(rule.id())).map(RuleJson::of);
    }

    @POST
    @Path("evaluations")
    @Idempotent
    @Operation(
            summary = "Ask what the rules demand",
            description =
                    "For any day, value, class of bodies, term and route: method, requirements, who approves and who may sign, notice, lead time, grounds with their conditions; each by which rule. Nothing is stored.")
    @APIResponse(
            responseCode = "200",
            description = "What the rules demand",
            content = @Content(schema = @Schema(implementation = RuleJson.EvaluationJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "rules-not-known, value-not-positive, no-such-ground, idempotency-key-reused")
    public Response evaluate(@Valid @NotNull RuleJson.ToEvaluate asked) {
        var question = asked.question();
        return Response.ok(RuleJson.EvaluationJson.of(
                        asked, question, rules.all().answer(question).orRefuse().state()))
                .build();
    }
}
