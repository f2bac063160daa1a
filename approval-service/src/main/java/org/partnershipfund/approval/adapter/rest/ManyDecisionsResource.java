package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.usecase.DecideSelection;
import org.partnershipfund.approval.usecase.DecideSelection.Decider;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** The door for many decisions at once; each is taken or refused alone. */
@Path("/selection-decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, INSTRUCTIONAL_SUPERINTENDENT, DISTRICT_SUPERINTENDENT, CFO, DEPUTY_CFO
})
@Tag(
        name = "Selections",
        description =
                "What a school wants to buy: drafted, submitted, approved by council, superintendent, budget office")
public class ManyDecisionsResource {

    private static final Logger LOG = Logger.getLogger(ManyDecisionsResource.class);
    private static final int SECONDS_FOR_A_HUNDRED = 120;

    private final DecideSelection decideSelection;
    private final Problems problems;
    private final Callers callers;

    ManyDecisionsResource(DecideSelection decideSelection, Problems problems, Callers callers) {
        this.decideSelection = decideSelection;
        this.problems = problems;
        this.callers = callers;
    }

    @POST
    @Idempotent(timeoutSeconds = SECONDS_FOR_A_HUNDRED)
    @Operation(
            summary = "Decide on many selections",
            description =
                    "Up to 100, each in a transaction of its own: what is refused, or fails on our side, says so in its own answer and keeps no other back. Answers come in the order of the request.")
    @APIResponse(
            responseCode = "200",
            description =
                    "Each answered for itself: 200; 404 no-such-selection, no-such-line; 409 not-the-turn, fund-closed; 412 stale-state; 422 not-your-step, own-decision, program-suspended; 503 temporarily-unavailable",
            content = @Content(schema = @Schema(implementation = DecisionsJson.Answers.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response decide(@Valid @NotNull DecisionsJson.ToDecideMany asked) {
        Decider by = callers.decider();
        List<DecisionsJson.Answer> answers = asked.decisions().stream()
                .map(item -> one(problems, item, () -> decideSelection.alone(by, item.asked())))
                .toList();
        return Response.ok(new DecisionsJson.Answers(answers)).build();
    }

    /** What becomes of one; whatever happens to it, the answers of the others are not lost. */
    static DecisionsJson.Answer one(
            Problems problems, DecisionsJson.Item item, Supplier<Versioned<Selection>> decision) {
        try {
            return DecisionsJson.Answer.decided(decision.get());
        } catch (RefusedException refused) {
            var row = problems.row(refused.refusal());
            return DecisionsJson.Answer.not(
                    item.selectionId(),
                    row.slug(),
                    row.title(),
                    row.status(),
                    refused.refusal().sentence());
        } catch (StaleStateException _) {
            StandardProblem stale = StandardProblem.STALE_STATE;
            return DecisionsJson.Answer.not(
                    item.selectionId(),
                    stale.slug(),
                    stale.title(),
                    stale.status(),
                    "It changed since you read it. Read it again, look at the difference, and decide on its new version.");
        } catch (RuntimeException e) {
            LOG.errorf(e, "One of many decisions failed: selection %s, step %s", item.selectionId(), item.step());
            StandardProblem away = StandardProblem.TEMPORARILY_UNAVAILABLE;
            return DecisionsJson.Answer.not(
                    item.selectionId(),
                    away.slug(),
                    away.title(),
                    away.status(),
                    "Something failed on our side, and as far as we know this decision was not taken. Read the selection; if its version is still the one you saw, send this decision again with a new Idempotency-Key.");
        }
    }
}
