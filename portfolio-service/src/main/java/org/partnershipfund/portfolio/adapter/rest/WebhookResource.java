package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.usecase.KeepWebhooks;
import org.partnershipfund.portfolio.webhook.Deliveries;
import org.partnershipfund.portfolio.webhook.Delivery;
import org.partnershipfund.portfolio.webhook.Webhook;
import org.partnershipfund.portfolio.webhook.WebhookId;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.NoSuchWebhook;
import org.partnershipfund.portfolio.webhook.Webhooks;

/** The doors for webhooks: a partner's own systems are told instead of having to ask. */
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Where a partner's own systems are told of what happens to it")
public class WebhookResource {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final KeepWebhooks keep;
    private final WebhookSecrets secrets;
    private final Doors doors;
    // Not the district's clock: the partner's systems live by the real one.
    private final Clock real = Clock.systemUTC();

    WebhookResource(Webhooks webhooks, Deliveries deliveries, KeepWebhooks keep, WebhookSecrets secrets, Doors doors) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.keep = keep;
        this.secrets = secrets;
        this.doors = doors;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM})
    @Operation(summary = "Read one webhook", description = "Without its secret, which is told once.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-webhook")
    public Response read(@PathParam("id") UUID id) {
        return answer(seen(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Give a webhook another address or other topics",
            description = "One that was turned off is on again. What waited for it is sent to the new address.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = WebhookJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-webhook")
    @APIResponse(responseCode = "422", description = "webhook-target-not-allowed")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WebhookJson.Asked asked) {
        return answer(
                keep.change(new WebhookId(id), IfMatch.version(ifMatch), asked.url(), asked.asTopics(), doors.own()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(PARTNER)
    @Operation(summary = "Remove a webhook", description = "What waited for it is not sent.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "no-such-webhook")
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        keep.remove(new WebhookId(id), IfMatch.version(ifMatch), doors.own());
    }

    @POST
    @Path("{id}/secret-rotations")
    @Idempotent(discreet = true)
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Give a webhook a new secret",
            description =
                    "It signs at once; the one before signs beside it for 24 hours, so that no message fails while the partner changes over. Sent again with the same key it is done once, and the answer has no body: who has not got the secret rotates with a new key.")
    @APIResponse(
            responseCode = "201",
            description = "Rotated",
            content = @Content(schema = @Schema(implementation = WebhookJson.WithSecret.class)))
    @APIResponse(responseCode = "404", description = "no-such-webhook")
    public Response rotate(@PathParam("id") UUID id) {
        var webhook = keep.rotate(new WebhookId(id), secrets.next(), real.instant(), doors.own());
        return Answers.created("/webhooks/" + id, WebhookJson.WithSecret.of(webhook.value()), webhook.version());
    }

    @GET
    @Path("{id}/deliveries")
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List what a webhook was and will be told", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "The deliveries")
    @APIResponse(responseCode = "404", description = "no-such-webhook")
    public Page<WebhookJson.DeliveryJson> deliveries(@PathParam("id") UUID id, @BeanParam Paging page) {
        var webhook = seen(id).value().id();
        return Page.of(
                        deliveries.list(webhook, page.after().map(cursor -> cursor.number(0)), page.rows()),
                        page,
                        (Delivery delivery) -> Cursor.at(delivery.place()))
                .map(WebhookJson.DeliveryJson::of);
    }

    private Versioned<Webhook> seen(UUID id) {
        return webhooks.find(new WebhookId(id))
                .filter(found -> sight().covers(found.value().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchWebhook(new WebhookId(id))));
    }

    private Reach sight() {
        return doors.sight();
    }

    private static Response answer(Versioned<Webhook> webhook) {
        return Answers.ok(WebhookJson.of(webhook.value()), webhook.version());
    }
}
