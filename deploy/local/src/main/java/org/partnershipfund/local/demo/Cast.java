package org.partnershipfund.local.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.partnershipfund.local.client.SuiteClient;

/** Everybody who plays in the year, by user name of {@code deploy/sample/people.csv}. */
final class Cast {

    private final SuiteClient suite;
    private final Map<String, Actor> actors = new ConcurrentHashMap<>();
    private final LongAdder calls = new LongAdder();

    Cast(SuiteClient suite) {
        this.suite = suite;
    }

    Actor as(String username) {
        return actors.computeIfAbsent(username, name -> new Actor(name, suite.as(name), calls));
    }

    /** A family, a journalist: whoever reads without signing in. */
    Actor anybody() {
        return actors.computeIfAbsent("", _ -> new Actor("anybody", suite, calls));
    }

    Actor principal(String school) {
        return as("principal-" + school);
    }

    Actor coChair(String school) {
        return as("cochair-" + school);
    }

    Actor budgetOffice() {
        return as("budget-office-1");
    }

    Actor partnershipsTeam() {
        return as("partnerships-team-1");
    }

    Actor procurementOfficer() {
        return as("procurement-officer-1");
    }

    Actor operator() {
        return as("operator-1");
    }

    /** How often somebody came to a door. */
    long calls() {
        return calls.sum();
    }

    /** A person as the doors take one. */
    Map<String, String> person(String subject) {
        return Map.of("issuer", suite.issuer(), "subject", subject);
    }
}
