package org.partnershipfund.local.command;

import org.partnershipfund.local.keycloak.KeycloakServer;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.token.People;

/** Where a running suite is found. */
public final class Addresses {

    private final Place place;

    public Addresses(Place place) {
        this.place = Started.of(place);
    }

    /** Prints one line per address; passwords stay in their files. */
    public void print() {
        for (var service : Service.values()) {
            System.out.printf(
                    "  %-20s %s/q/swagger-ui   health and metrics %s/q%n",
                    service.module(), place.url(service.api()), place.url(service.management()));
        }
        System.out.printf(
                "  %-20s %s%n", "postgres", place.jdbcUrl("allocation") + " (and portfolio, approval, procurement)");
        System.out.printf("  %-20s %s%n", "kafka", place.bootstrapServers());
        System.out.printf("  %-20s %s%n", "connect", place.url(Door.CONNECT) + "/connectors?expand=status");
        System.out.printf(
                "  %-20s %s%n",
                "mail",
                place.settings()
                        .externalSmtp()
                        .map(server -> server.host() + ":" + server.port())
                        .orElseGet(() -> "is caught on port " + place.port(Door.MAIL) + "; ./fund mails shows it"));
        System.out.printf("  %-20s %s%n", "passwords", place.secrets());
        printIdentity();
    }

    /** Prints who may come in, and how; the demo password is shown on purpose. */
    void printIdentity() {
        var people = People.of(place);
        var persons = people.humans().count() + " people (one per role, the rest in " + place.people() + ")";
        switch (place.settings().identity()) {
            case KEYCLOAK -> {
                var secrets = new Secrets(place.secrets());
                System.out.printf(
                        "  %-20s %s   administrator %s, password in %s%n",
                        "keycloak",
                        place.url(Door.KEYCLOAK),
                        KeycloakServer.ADMINISTRATOR,
                        KeycloakServer.administratorPasswordFile(secrets));
                System.out.printf("  %-20s %s%n", "issuer", place.issuer());
                System.out.printf("  %-20s %s%n", "demo people", persons);
                System.out.printf(
                        "  %-20s %s   (all of them, for this demo only)%n", "demo password", secrets.demoPassword());
                System.out.printf("  %-20s %s%n", "a token", "./fund token budget-office");
            }
            case LOCAL -> {
                System.out.printf("  %-20s %s%n", "demo people", persons);
                System.out.printf("  %-20s %s%n", "a token", "./fund token budget-office   (signed here)");
            }
            case EXTERNAL -> System.out.printf("  %-20s %s   gives the tokens%n", "issuer", place.issuer());
        }
    }
}
