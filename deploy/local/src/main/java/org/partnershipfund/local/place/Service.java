package org.partnershipfund.local.place;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One of our services: its names in PostgreSQL, Kafka Connect and the file system. */
public enum Service {
    ALLOCATION(Door.ALLOCATION, Door.ALLOCATION_MANAGEMENT),
    PORTFOLIO(Door.PORTFOLIO, Door.PORTFOLIO_MANAGEMENT),
    APPROVAL(Door.APPROVAL, Door.APPROVAL_MANAGEMENT),
    PROCUREMENT(Door.PROCUREMENT, Door.PROCUREMENT_MANAGEMENT);

    private final Door api;
    private final Door management;

    Service(Door api, Door management) {
        this.api = api;
        this.management = management;
    }

    /** Such as {@code allocation}: also the name of its database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code allocation-service}: its Maven module, its process and its log file. */
    public String module() {
        return word() + "-service";
    }

    /** Owns the database and migrates it. */
    public String ownerRole() {
        return word() + "_owner";
    }

    /** What the running service logs in as. */
    public String appRole() {
        return word() + "_app";
    }

    /** The replication slot its relay reads. */
    public String slot() {
        return word() + "_relay";
    }

    /** Its connector on Kafka Connect. */
    public String connector() {
        return word() + "-relay";
    }

    /** Where its REST API listens. */
    public Door api() {
        return api;
    }

    /** Where health and metrics listen. */
    public Door management() {
        return management;
    }

    /** Reads {@code allocation} as well as {@code allocation-service}. */
    public static Optional<Service> named(String word) {
        return Stream.of(values())
                .filter(service ->
                        service.word().equals(word) || service.module().equals(word))
                .findFirst();
    }
}
