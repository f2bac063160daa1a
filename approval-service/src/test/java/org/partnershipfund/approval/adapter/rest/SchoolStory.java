package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.partnershipfund.testkit.Soon.soon;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.partnershipfund.approval.adapter.Backbone;
import org.partnershipfund.approval.adapter.Said;
import org.partnershipfund.approval.adapter.Wire;

/** One school with its council, its superintendent and its allocation, a partner and two programs: where stories begin. */
@Backbone
@SuppressWarnings("NullAway.Init") // Quarkus and JUnit fill the fields
abstract class SchoolStory {

    private static final AtomicInteger SCHOOLS = new AtomicInteger(50_000_000);

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    Said said;

    Wire wire;
    SchoolDoors school;
    final UUID fund = UUID.randomUUID();
    final UUID partner = UUID.randomUUID();
    final UUID program = UUID.randomUUID();
    final UUID other = UUID.randomUUID();
    final UUID third = UUID.randomUUID();

    @BeforeEach
    void tell_what_the_others_said() {
        wire = new Wire(kafka);
        school = new SchoolDoors(anotherCode(), fund, program);
        // Out of order on purpose: the allocation waits for its fund, the programs for their partner.
        wire.allocationPublished(fund, school.code, "1000.00");
        wire.programRegistered(program, partner, "agreed", "60000.00");
        wire.programVetted(program, partner, "2017-12-01", "2030-11-30");
        wire.programRegistered(other, partner, "per-year", "300.00");
        wire.programRegistered(third, partner, "agreed", "60000.00");
        wire.fundOpened(fund);
        wire.partnerRegistered(partner);
        school.seatCouncil().then().statusCode(200);
        school.assignSuperintendent().then().statusCode(201);
        soon().untilAsserted(() -> {
            assertThat(said.audited(school.code)).anyMatch(line -> line.startsWith("AllocationRemembered"));
            assertThat(said.audited(program.toString())).anyMatch(line -> line.startsWith("VettingRemembered"));
            assertThat(said.audited(other.toString())).anyMatch(line -> line.startsWith("ProgramRemembered"));
            assertThat(said.audited(third.toString())).anyMatch(line -> line.startsWith("ProgramRemembered"));
        });
    }

    @AfterEach
    void close() {
        wire.close();
    }

    /** The code of a school that no other test has. */
    static String anotherCode() {
        return "%08d".formatted(SCHOOLS.getAndIncrement());
    }

    /** A meeting that was posted in time and has begun: its notice is moved into the past, as time would. */
    String posted(String selection) {
        String meeting = school.postMeeting(school.principal(), Instant.now().plus(Duration.ofHours(49)), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        said.letTimePass(meeting);
        return meeting;
    }

    String convened(String selection) {
        String meeting = posted(selection);
        school.attend(
                        meeting,
                        List.of(
                                school.seatId("principal"),
                                school.seatId("teacher-1"),
                                school.seatId("teacher-2"),
                                school.seatId("parent-1"),
                                school.seatId("parent-2")))
                .then()
                .statusCode(200)
                .body("present", hasSize(5));
        return meeting;
    }

    String voted(String selection, String vote) {
        String motion = school.move(convened(selection), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        school.castAll(motion, vote, "principal", "teacher-1", "parent-1");
        school.castAll(motion, "abstain", "teacher-2", "parent-2");
        return motion;
    }

    /** One of a price that is not to be agreed on, such as {@code awarded}. */
    static String line(UUID program, String priceCode) {
        return """
                {"programId": "%s", "priceCode": "%s", "quantity": 1, "pupils": 30,
                 "serviceFrom": "2018-09-04", "serviceUntil": "2019-06-21"}
                """.formatted(program, priceCode);
    }

    String approved(String lines) {
        String selection = school.draft(school.principal(), lines)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return decided(selection);
    }

    /** Submitted, and approved by all whose turn it is. */
    String decided(String selection) {
        school.submit(selection).then().statusCode(200);
        school.close(voted(selection, "yes")).then().statusCode(200);
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(200);
        school.decide(school.budgetOffice(), selection, "completeness-check", "complete")
                .then()
                .statusCode(200);
        return selection;
    }

    void awaitState(String selection, String state) {
        soon().untilAsserted(() -> school.partnershipsTeam()
                .get("/selections/{id}", selection)
                .then()
                .body("state", is(state)));
    }
}
