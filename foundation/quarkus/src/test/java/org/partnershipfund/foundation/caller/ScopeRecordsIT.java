package org.partnershipfund.foundation.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.CouncilSeatTakenV2;
import org.partnershipfund.contracts.PersonV1;
import org.partnershipfund.contracts.SupervisorAssignedV1;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** What the owners of memberships and assignments say becomes the scope of a caller. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class ScopeRecordsIT {

    private static final String SCHOOL = "00350231";
    private static final Heard HEARD =
            new Heard("1", "type", "/approval-service", SCHOOL, Instant.parse("2017-12-01T14:00:00Z"), null);

    @Inject
    CouncilSeatTakenHandler seats;

    @Inject
    SupervisorAssignedHandler supervisors;

    @Inject
    PartnerMembers partners;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void the_principals_seat_opens_the_school_to_a_leader_and_a_council_member() {
        assertThat(seats.handle(seat(true, null), HEARD)).isEqualTo(Outcome.done());

        assertThat(statusAs(Roles.SCHOOL_LEADER)).isEqualTo(200);
        assertThat(statusAs(Roles.COUNCIL_MEMBER)).isEqualTo(200);
    }

    @Test
    void a_parents_seat_makes_no_school_leader() {
        assertThat(seats.handle(seat(false, null), HEARD)).isEqualTo(Outcome.done());

        assertThat(statusAs(Roles.COUNCIL_MEMBER)).isEqualTo(200);
        assertThat(statusAs(Roles.SCHOOL_LEADER)).isEqualTo(404);
    }

    @Test
    void a_seat_said_again_with_an_end_counts_until_that_day() {
        assertThat(seats.handle(seat(false, null), HEARD)).isEqualTo(Outcome.done());
        assertThat(seats.handle(seat(false, today().minusDays(1)), HEARD)).isEqualTo(Outcome.done());

        assertThat(statusAs(Roles.COUNCIL_MEMBER)).isEqualTo(404);
    }

    @Test
    void a_seat_that_ends_before_it_begins_is_for_an_operator() {
        assertThat(seats.handle(seat(false, today().minusDays(99)), HEARD)).isInstanceOf(Outcome.Unusable.class);
    }

    @Test
    void a_seat_that_never_came_to_be_leaves_no_record_whether_it_was_heard_of_or_not() {
        assertThat(seats.handle(seat(true, null), HEARD)).isEqualTo(Outcome.done());

        assertThat(seats.handle(seat(true, null, true), HEARD)).isEqualTo(Outcome.done());
        assertThat(seats.handle(seat(true, null, true), HEARD)).isEqualTo(Outcome.done());

        assertThat(statusAs(Roles.SCHOOL_LEADER)).isEqualTo(404);
        assertThat(sql.list("SELECT role FROM scope_record WHERE subject = ?", row -> row.getString(1), subject))
                .isEmpty();
    }

    @Test
    void an_assignment_opens_the_school_to_its_superintendent() {
        var assignment = new SupervisorAssignedV1(
                UUID.randomUUID(), SCHOOL, new PersonV1(Tokens.ISSUER, subject), today(), null, Instant.now());

        assertThat(supervisors.handle(assignment, HEARD)).isEqualTo(Outcome.done());

        assertThat(statusAs(Roles.INSTRUCTIONAL_SUPERINTENDENT)).isEqualTo(200);
    }

    @Test
    void who_is_no_longer_named_no_longer_acts_for_a_partner() {
        UUID partner = UUID.randomUUID();
        var somebody = new Person(Tokens.ISSUER, subject);
        var another = new Person(Tokens.ISSUER, UUID.randomUUID().toString());

        partners.replace(partner, List.of(somebody, another));
        partners.replace(partner, List.of(another));

        assertThat(sql.list(
                        "SELECT subject FROM partner_member WHERE partner_id = ?", row -> row.getString(1), partner))
                .containsExactly(another.subject());
    }

    private CouncilSeatTakenV2 seat(boolean leads, @Nullable LocalDate until) {
        return seat(leads, until, false);
    }

    private CouncilSeatTakenV2 seat(boolean leads, @Nullable LocalDate until, boolean cancelled) {
        return new CouncilSeatTakenV2(
                UUID.randomUUID(),
                SCHOOL,
                leads,
                new PersonV1(Tokens.ISSUER, subject),
                today().minusDays(9),
                until,
                cancelled,
                Instant.now());
    }

    private int statusAs(String role) {
        return given().auth()
                .oauth2(Tokens.of(subject, role))
                .get("/samples/schools/" + SCHOOL)
                .statusCode();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
