package org.partnershipfund.local.command;

import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;

/** Where a running suite is found. */
public final class Addresses {

    private final Place place;

    public Addresses(Place place) {
        this.place = place;
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
        System.out.printf("  %-20s %s%n", "passwords", place.secrets());
        System.out.printf("  %-20s %s%n", "a token", "./fund token budget-office");
    }
}
