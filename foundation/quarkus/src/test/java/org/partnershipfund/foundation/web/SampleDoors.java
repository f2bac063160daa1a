package org.partnershipfund.foundation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scopes;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.eventlog.EventTooLargeException;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;

/** Doors that exist only in the foundation's tests: each does one thing that the manners of all doors are about. */
@Path("/samples")
@RolesAllowed({Roles.BUDGET_OFFICE, Roles.SCHOOL_LEADER, Roles.COUNCIL_MEMBER, Roles.INSTRUCTIONAL_SUPERINTENDENT})
public class SampleDoors {

    private static final List<SampleJson> ALL = IntStream.rangeClosed(1, 7)
            .mapToObj(number -> new SampleJson(
                    "00350%03d".formatted(number),
                    number == 3 ? "=HYPERLINK(\"evil\")" : "School, \"No. %d\"".formatted(number),
                    MoneyJson.of(new Money(number * 100L))))
            .toList();

    private static final Instant CHANGED = Instant.parse("2018-12-08T12:00:00Z");

    /** How often the door's work was really done; a replay does not count. */
    static final AtomicInteger WORK_DONE = new AtomicInteger();

    /** Answers that nobody read to their end. */
    static final AtomicInteger BROKEN_OFF = new AtomicInteger();

    private static final Column<SchoolCode> SCHOOL = Column.schoolCode("school_code");
    private static final Column<Integer> PUPILS = Column.whole("pupils", 0, 5_000);

    private final EntityManager database;
    private final Sql sql;
    private final Caller caller;
    private final Scopes scopes;

    @Inject
    SampleDoors(EntityManager database, Sql sql, Caller caller, Scopes scopes) {
        this.database = database;
        this.sql = sql;
        this.caller = caller;
        this.scopes = scopes;
    }

    /** An item of the list. */
    public record SampleJson(String schoolCode, String name, MoneyJson award) {}

    /** What may be ordered. */
    public enum Flavour {
        TUTORING,
        COUNSELLING
    }

    /** A part of an order. */
    public record LineJson(
            @NotBlank String what,
            @Min(1) int pieces,
            @NotNull @Valid MoneyJson price) {}

    /** A body with every kind of field. */
    public record OrderJson(
            @NotBlank String name,
            @Nullable UUID id,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable Flavour flavour,
            @Nullable List<@Valid LineJson> lines) {}

    @GET
    @Path("/unannotated-is-covered-by-the-class")
    public Map<String, Object> me() {
        return Map.of(
                "issuer",
                caller.issuer(),
                "subject",
                caller.subject(),
                "name",
                caller.name(),
                "budgetOffice",
                caller.has(Roles.BUDGET_OFFICE));
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    public Page<SampleJson> list(@BeanParam PageRequest page) {
        var since = page.modifiedAfter().orElse(Instant.EPOCH);
        var from = page.after().map(cursor -> (int) cursor.number(0)).orElse(0);
        var rows = ALL.stream()
                .filter(_ -> since.isBefore(CHANGED))
                .skip(from)
                .limit(page.rows())
                .toList();
        return Page.of(rows, page, row -> Cursor.at(from + page.limit()));
    }

    @GET
    @Path("/nothing")
    @Produces({Pages.JSON, Pages.CSV})
    public Page<SampleJson> emptyList(@BeanParam Paging page) {
        return Page.of(List.<SampleJson>of(), page, row -> Cursor.at(0));
    }

    @GET
    @Path("/by-id/{id}")
    public Response byId(@PathParam("id") UUID id, @QueryParam("on") @Nullable LocalDate on) {
        return Answers.ok(Map.of("id", id, "on", String.valueOf(on)), 7);
    }

    @GET
    @Path("/by-flavour")
    public Map<String, String> byFlavour(
            @QueryParam("of") @Nullable Flavour of,
            @QueryParam("year") @Nullable FiscalYear year,
            @QueryParam("fresh") boolean fresh) {
        return Map.of("of", String.valueOf(of), "year", String.valueOf(year), "fresh", String.valueOf(fresh));
    }

    @GET
    @Path("/schools/{school}")
    public Map<String, String> school(@PathParam("school") SchoolCode school) {
        return scopes.current()
                .visible(Optional.of(school), seen -> seen)
                .map(seen -> Map.of("school", seen.value()))
                .orElseThrow(() -> new RefusedException(new SampleRefusal.NoSuchSample(school.value())));
    }

    @PUT
    @Path("/by-id/{id}")
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid OrderJson order) {
        if (IfMatch.version(ifMatch) != 7) {
            throw new StaleStateException(id, IfMatch.version(ifMatch));
        }
        return Answers.ok(order, 8);
    }

    @POST
    @Idempotent
    @Transactional
    public Response order(@Valid @NotNull OrderJson order) {
        int number = WORK_DONE.incrementAndGet();
        database.createNativeQuery("""
                        INSERT INTO scope_record (issuer, subject, role, school_code, valid_from)
                        VALUES ('sample', :subject, 'order', '00350001', DATE '2018-07-01')
                        """)
                .setParameter("subject", order.name() + " " + number)
                .executeUpdate();
        sql.later(
                "INSERT INTO effect (event_id, subject, note) VALUES ('', ?, 'ordered')", order.name() + " " + number);
        if (order.name().startsWith("refuse")) {
            throw new RefusedException(new SampleRefusal.SampleNotFunded(order.name()));
        }
        return Answers.created("/samples/" + number, Map.of("number", number, "name", order.name()), 1);
    }

    @POST
    @Path("/secrets")
    @Idempotent(discreet = true)
    public Response secret(@Valid @NotNull OrderJson order) {
        return Answers.created(
                "/samples/secrets",
                Map.of("secret", "told once to " + order.name(), "number", WORK_DONE.incrementAndGet()),
                1);
    }

    @POST
    @Path("/broken")
    @Idempotent
    public Response broken() {
        throw new IllegalStateException("broken");
    }

    @POST
    @Path("/slow")
    @Idempotent
    public Response slow(@QueryParam("seconds") int seconds) {
        database.createNativeQuery("SELECT pg_sleep(:seconds)")
                .setParameter("seconds", seconds)
                .getSingleResult();
        return Response.ok(Map.of("work", WORK_DONE.incrementAndGet())).build();
    }

    @GET
    @Path("/long")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public StreamingOutput muchToRead() {
        return out -> {
            try {
                for (int i = 0; i < 1_024; i++) {
                    out.write(new byte[64 * 1_024]);
                }
            } catch (IOException | RuntimeException gone) {
                int _ = BROKEN_OFF.incrementAndGet();
                throw gone;
            }
        };
    }

    @POST
    @Path("/uploads")
    @Idempotent
    @Consumes("text/csv")
    public Response upload(InputStream csv, @QueryParam("dryRun") boolean dryRun) {
        var read = CsvImport.of(SCHOOL, PUPILS)
                .keyedBy(SCHOOL)
                .upTo(2_000_000, 50_000)
                .read(csv, row -> Map.of("school", row.get(SCHOOL).value(), "pupils", row.get(PUPILS)));
        WORK_DONE.incrementAndGet();
        return Response.ok(
                        dryRun
                                ? read.report()
                                : Map.of("rows", read.rowsOrRefuse().size()))
                .build();
    }

    @GET
    @Path("/failures/{kind}")
    public Response fail(@PathParam("kind") String kind, UriInfo uri) {
        switch (kind) {
            case "bug" -> throw new IllegalStateException("SELECT secret FROM internals");
            case "absent" -> throw new RefusedException(new SampleRefusal.NoSuchSample("x"));
            case "lost-update" -> throw new OptimisticLockException("SELECT version");
            case "refusal" -> throw new RefusedException(new SampleRefusal.SampleNotFunded("x"));
            case "stale" -> throw new StaleStateException(UUID.randomUUID(), 3);
            case "event-too-large" -> throw new EventTooLargeException("type", "subject", 300_000);
            case "busy" -> throw ProblemException.retryLater(StandardProblem.TOO_MANY_REQUESTS, "Wait.", 3);
            case "sql" ->
                database.createNativeQuery("SELECT * FROM no_such_table").getResultList();
            case "database" -> database.createNativeQuery("SELECT 1").getSingleResult();
            default -> throw new IllegalArgumentException(kind);
        }
        return Response.ok(Map.of()).build();
    }
}
