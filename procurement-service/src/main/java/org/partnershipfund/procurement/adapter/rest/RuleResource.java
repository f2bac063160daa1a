package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
    @Operation(summary = "List the dated rules", description = "By id; also readings of the law that are not adopted.")
    public Page<RuleJson> list(@BeanParam Paging page) {
        List<ProcurementRule> rest = rules.all().rules().stream()
                .filter(rule -> page.after()
                        .map(cursor -> rule.id().compareTo(cursor.text(0)) > 0)
                        .orElse(true))
                .sorted(java.util.Comparator.comparing(ProcurementRule::id))
                .limit(page.rows())
                .toList();
        return Page.of(rest, page, rule -> Cursor.at(rule.id())).map(RuleJson::of);
    }

    @POST
    @Path("evaluations")
    @Idempotent
    @Operation(
            summary = "Evaluate a value on a day",
            description = "Which method, which requirements, by which rule; nothing is stored.")
    @APIResponse(
            responseCode = "200",
            description = "What the rules demand",
            content = @Content(schema = @Schema(implementation = RuleJson.EvaluationJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "rules-not-known, value-not-positive, idempotency-key-reused")
    public Response evaluate(@Valid @NotNull RuleJson.ToEvaluate asked) {
        return Response.ok(RuleJson.EvaluationJson.of(rules.all()
                        .evaluate(asked.on(), asked.value().money())
                        .orRefuse()
                        .state()))
                .build();
    }
}
