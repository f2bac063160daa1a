package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Program;

/** A partner's own system is told of what happens to the partner, from its application to its last payment. */
final class PartnersPortalIsTold {

    private static final String PARTNER = "harbor";
    private static final List<String> TOPICS = List.of(
            "application.changed", "selection.approved", "selection.withdrawn", "contract.executed", "invoice.paid");

    private final Stage stage;
    private final PartnerPortal portal;
    private String webhook = "";

    PartnersPortalIsTold(Stage stage, PartnerPortal portal) {
        this.stage = stage;
        this.portal = portal;
    }

    /** The partner registers the address of its portal, and is shown the secret once. */
    void begin() {
        JsonNode made = member().post(
                        Door.PORTFOLIO,
                        "/partners/" + stage.year().id(Kind.PARTNER, PARTNER) + "/webhooks",
                        Map.of("url", portal.url(), "topics", TOPICS))
                .made()
                .json();
        portal.believe(made.path("secret").asText());
        webhook = "/webhooks/" + made.at("/webhook/id").asText();
    }

    /** It hears that its application is vetted, without having asked. */
    void vetted() throws InterruptedException {
        stage.crowd()
                .until(
                        "the portal of a partner hears that it is vetted",
                        () -> portal.messages().stream()
                                .anyMatch(message ->
                                        message.at("/data/state").asText().equals("vetted")));
        stage.narrator()
                .tell(
                        "The portal of %s hears of each step of its application by webhook: %s; every signature verified by the published library, %d messages not believed.",
                        program().partnerName(), counted(), portal.notBelieved());
    }

    /** What it was told all year; then it wants no more. */
    void end() throws InterruptedException {
        stage.traffic().settle();
        stage.crowd()
                .until(
                        "everything was delivered to the portal of a partner",
                        () -> member().all(Door.PORTFOLIO, webhook + "/deliveries", Map.of()).stream()
                                .allMatch(delivery ->
                                        delivery.path("state").asText().equals("delivered")));
        Thing last = member().get(Door.PORTFOLIO, webhook).made();
        member().delete(Door.PORTFOLIO, webhook, last.etag());
        stage.narrator()
                .tell(
                        "The portal of %s was told all year: %s; %d messages not believed.",
                        program().partnerName(), counted(), portal.notBelieved());
    }

    private String counted() {
        return portal.counts().entrySet().stream()
                .map(count -> "%d x %s".formatted(count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private Program program() {
        return stage.year().program(PARTNER);
    }

    private Actor member() {
        return stage.cast().as(program().member());
    }
}
