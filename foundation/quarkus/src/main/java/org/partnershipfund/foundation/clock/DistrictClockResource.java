package org.partnershipfund.foundation.clock;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.eventlog.AfterCommit;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail;

/** The door to the district's time; it exists in the demo and the acceptance tests only. */
@Path("/district-clock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "District clock")
public class DistrictClockResource {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final DistrictClock clock;
    private final Sql sql;
    private final AuditTrail audit;
    private final AfterCommit afterCommit;

    @Inject
    DistrictClockResource(DistrictClock clock, Sql sql, AuditTrail audit, AfterCommit afterCommit) {
        this.clock = clock;
        this.sql = sql;
        this.audit = audit;
        this.afterCommit = afterCommit;
    }

    /**
     * What time it shall be.
     *
     * @param instant the district's time
     * @param asOf the real time at which that is so; now when absent. Sent to several services with the same value, it
     *     gives all of them the same time however late each of them hears it
     */
    public record SettingJson(
            @NotNull Instant instant, @Nullable Instant asOf) {}

    /**
     * What time it is.
     *
     * @param local the same instant where the district is
     * @param offset how far ahead of real time
     */
    public record ClockJson(Instant instant, ZonedDateTime local, Duration offset) {}

    @GET
    @PermitAll
    @Operation(summary = "What time it is for the district", description = "Exists only where the clock may be set.")
    @APIResponse(responseCode = "200", description = "The district's time")
    @APIResponse(responseCode = "404", description = "not-found: this service runs on real time")
    public ClockJson read() {
        requireAdjustable();
        return json();
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Transactional
    @Operation(
            summary = "Set the district's time",
            description =
                    "For the demo and the acceptance tests. Send the same body to all services. The time runs on from there and survives a restart.")
    @APIResponse(responseCode = "200", description = "The district's time from now on")
    @APIResponse(responseCode = "400", description = "invalid-parameter: the time is not between 1900 and 2200")
    @APIResponse(responseCode = "404", description = "not-found: this service runs on real time")
    public ClockJson set(@Valid @NotNull SettingJson setting) {
        requireAdjustable();
        Instant asOf = setting.asOf() == null ? Instant.now() : setting.asOf();
        Duration offset = Duration.between(inRange("asOf", asOf), inRange("instant", setting.instant()));
        sql.updateOne("""
                INSERT INTO district_clock (only_row, offset_nanos) VALUES (true, ?)
                ON CONFLICT (only_row) DO UPDATE SET offset_nanos = EXCLUDED.offset_nanos, set_at = now()""", offset.toNanos());
        audit.record(new AuditTrail.Change(
                "DistrictClockSet", "district-clock", clock.offset().toString(), offset.toString()));
        afterCommit.once(DistrictClock.class, () -> clock.use(offset));
        return json(offset);
    }

    private ClockJson json() {
        return json(clock.offset());
    }

    private static ClockJson json(Duration offset) {
        Instant now = Instant.now().plus(offset);
        return new ClockJson(now, now.atZone(DistrictClock.ZONE), offset);
    }

    private void requireAdjustable() {
        if (!clock.isAdjustable()) {
            throw ProblemException.of(StandardProblem.NOT_FOUND, "This service runs on real time.");
        }
    }

    private static Instant inRange(String name, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw ProblemException.parameter(name, instant.toString(), "it must be between 1900 and 2200");
        }
        return instant;
    }
}
