package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.webhook.Delivery;
import org.partnershipfund.portfolio.webhook.Topic;
import org.partnershipfund.portfolio.webhook.Webhook;

/**
 * A webhook on the wire; its secret is told once, when it is made.
 *
 * @param offReason why it is told nothing; absent while it is
 */
@Schema(name = "Webhook")
public record WebhookJson(
        UUID id,
        UUID partnerId,

        @Schema(examples = "https://portal.example.org/webhooks")
        String url,

        @Schema(examples = "[\"application.changed\", \"invoice.paid\"]")
        List<String> topics,

        @Schema(enumeration = {"on", "off"}) String state,
        @Nullable String offReason,
        @Nullable Instant offSince,
        Instant createdAt) {

    public WebhookJson {
        topics = List.copyOf(topics);
    }

    static WebhookJson of(Webhook webhook) {
        Optional<Webhook.State.Off> off =
                webhook.state() instanceof Webhook.State.Off is ? Optional.of(is) : Optional.empty();
        return new WebhookJson(
                webhook.id().value(),
                webhook.partner().value(),
                webhook.url(),
                webhook.topics().stream().map(Topic::word).sorted().toList(),
                off.isPresent() ? "off" : "on",
                off.map(Webhook.State.Off::reason).orElse(null),
                off.map(Webhook.State.Off::since).orElse(null),
                webhook.createdAt());
    }

    /** With its newest secret: the only answers that ever show it. */
    @Schema(name = "WebhookWithSecret")
    public record WithSecret(
            WebhookJson webhook,

            @Schema(
                    description =
                            "Verify each message with it. It is not shown again; whoever lost it asks for a new one.",
                    examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwAAAAAAAAAAA=")
            String secret) {

        static WithSecret of(Webhook webhook) {
            return new WithSecret(
                    WebhookJson.of(webhook), webhook.secrets().getFirst().text());
        }
    }

    /** Where, and of what. */
    @Schema(name = "WebhookToKeep")
    public record Asked(
            @NotNull @Size(min = 1, max = 500) @JsonProperty(required = true)
            @Schema(required = true, examples = "https://portal.example.org/webhooks")
            String url,

            @NotEmpty @Size(max = 9) @JsonProperty(required = true)
            @Schema(required = true, examples = "[\"application.changed\", \"invoice.paid\"]")
            List<
                            @NotNull @Pattern(
                                    regexp =
                                            "application\\.changed|selection\\.approved|selection\\.withdrawn|contract\\.executed|contract\\.ordered|contract\\.amended|contract\\.terminated|contract\\.completed|invoice\\.paid",
                                    message =
                                            "it must be application.changed, selection.approved, selection.withdrawn, contract.executed, contract.ordered, contract.amended, contract.terminated, contract.completed or invoice.paid")
                            String>
                    topics) {

        Set<Topic> asTopics() {
            return topics.stream().map(Topic::of).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * One message and what became of it.
     *
     * @param messageId as in the header {@code webhook-id}
     * @param status what the last attempt was answered
     */
    @Schema(name = "WebhookDelivery")
    public record DeliveryJson(
            @Schema(examples = "msg_018f4a2e-7d3c-7c1a-9b1e-0123456789ab")
            String messageId,

            @Schema(examples = "application.changed") String topic,

            @Schema(enumeration = {"waiting", "delivered", "given-up"})
            String state,

            int attempts,
            Instant happenedAt,
            @Schema(examples = "204") @Nullable Integer status,
            @Nullable String fault,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant deliveredAt) {

        static DeliveryJson of(Delivery delivery) {
            return new DeliveryJson(
                    "msg_" + delivery.message(),
                    delivery.topic().word(),
                    delivery.state().word(),
                    delivery.attempts(),
                    delivery.happenedAt(),
                    delivery.status().isPresent() ? delivery.status().getAsInt() : null,
                    delivery.fault().orElse(null),
                    delivery.nextAttemptAt().orElse(null),
                    delivery.deliveredAt().orElse(null));
        }
    }
}
