package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.usecase.KeepWebhooks;
import org.partnershipfund.portfolio.webhook.WebhookId;
import org.partnershipfund.portfolio.webhook.Webhooks;

/** The doors to the webhooks of one partner. */
@Path("/partners/{id}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Where a partner's own systems are told of what happens to it")
public class PartnerWebhooksResource {

    private final Webhooks webhooks;
    private final KeepWebhooks keep;
    private final WebhookSecrets secrets;
    private final Doors doors;
    // Not the district's clock: the partner's systems live by the real one.
    private final Clock real = Clock.systemUTC();

    PartnerWebhooksResource(Webhooks webhooks, KeepWebhooks keep, WebhookSecrets secrets, Doors doors) {
        this.webhooks = webhooks;
        this.keep = keep;
        this.secrets = secrets;
        this.doors = doors;
    }

    @POST
    @Idempotent(discreet = true)
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Register a webhook of the partner",
            description =
                    "For a member. Messages are signed as Standard Webhooks says (headers webhook-id, webhook-timestamp, webhook-signature) with the secret of this answer, which is shown once; the body is {type, timestamp, data}. What is not answered with 2xx is sent again, ten times over three days; 410 turns the webhook off. Sent again with the same key no second webhook is made, and the answer has no body: who has not got the secret asks for a new one (POST /webhooks/{id}/secret-rotations).")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = WebhookJson.WithSecret.class)))
    @APIResponse(responseCode = "404", description = "no-such-partner")
    @APIResponse(responseCode = "409", description = "too-many-webhooks, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "webhook-target-not-allowed, idempotency-key-reused")
    public Response register(@PathParam("id") UUID id, @Valid @NotNull WebhookJson.Asked asked) {
        var webhook = keep.register(
                new PartnerId(id), asked.url(), asked.asTopics(), secrets.next(), real.instant(), doors.own());
        return Answers.created(
                "/webhooks/" + webhook.value().id().value(),
                WebhookJson.WithSecret.of(webhook.value()),
                webhook.version());
    }

    @GET
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the webhooks of the partner", description = "For its members and the partnerships team.")
    @APIResponse(responseCode = "200", description = "The webhooks, without their secrets")
    @APIResponse(responseCode = "404", description = "no-such-partner")
    public Page<WebhookJson> list(@PathParam("id") UUID id, @BeanParam Paging page) {
        if (!doors.sight().covers(new PartnerId(id))) {
            throw new RefusedException(new NoSuchPartner(new PartnerId(id)));
        }
        return Page.of(
                        webhooks.list(
                                new PartnerId(id),
                                page.after().map(cursor -> new WebhookId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        webhook -> Cursor.at(webhook.value().id().value()))
                .map(webhook -> WebhookJson.of(webhook.value()));
    }
}
