package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.openapi.CommonAnswers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.catalogue.Schools;
import org.partnershipfund.portfolio.matching.Match;
import org.partnershipfund.portfolio.matching.MatchingRefusal.NoSchoolToMatch;
import org.partnershipfund.portfolio.matching.Needs;
import org.partnershipfund.portfolio.matching.Ranking;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.usecase.MatchPrograms;

/** The doors to matching: safe, and nothing of what is asked is kept. */
@Path("/matches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    PARTNERSHIPS_TEAM,
    BUDGET_OFFICE,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(name = "Matching", description = "Which programs on the menu fit what a school needs, why, and at what price")
public class MatchResource {

    private static final String EXAMPLE = """
            {"schoolCode": "00350231", "fiscalYear": 2019, "asOf": "2017-12-12",
             "needs": {"goals": [{"serviceArea": "academic", "term": "literacy"}], "grades": ["3", "4", "5"],
                       "pupils": 45, "times": [{"day": "monday", "from": "15:00", "until": "17:30"}],
                       "languages": ["en", "es"], "budget": {"amount": "20000.00", "currency": "USD"}}}
            """;

    /** Of a place without a price, in a cursor. */
    private static final long NO_PRICE = -1;

    private final MatchPrograms matchPrograms;
    private final Schools schools;
    private final Doors doors;

    MatchResource(MatchPrograms matchPrograms, Schools schools, Doors doors) {
        this.matchPrograms = matchPrograms;
        this.schools = schools;
        this.doors = doors;
    }

    @POST
    @Extension(name = CommonAnswers.SAFE, value = "true", parseValue = true)
    @Operation(
            summary = "Match programs to what a school needs",
            description =
                    "Ranks the programs on the menu of a day: the score is the sum of stated points per rule, each with its reason and what is missing, and the price for the school with the quantities that were assumed (docs/policy/matching.md). needs is what GET /schools/{schoolCode}/needs of approval-service answers. By the school's own people, its superintendent, and the district's offices. Nothing is kept: asked again, it answers for what is true then.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = MatchJson.Asked.class),
                            examples = @ExampleObject(name = "a school's needs", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The ranking",
            content = @Content(schema = @Schema(implementation = MatchJson.Ranked.class)))
    @APIResponse(responseCode = "404", description = "no-school-to-match")
    @APIResponse(responseCode = "422", description = "goal-outside-area")
    public MatchJson.Ranked match(@BeanParam Paging page, @Valid @NotNull MatchJson.Asked asked) {
        School school = school(asked);
        LocalDate day = doors.dayOrToday(asked.asOf());
        Needs needs = asked.needs().needs();
        Ranking ranking = matchPrograms.rank(school, asked.year(), day, needs);
        return MatchJson.Ranked.of(
                asked,
                day,
                ranking,
                matchPrograms.countExcluded(day, needs),
                Page.of(
                        ranking.behind(page.after().map(MatchResource::place), page.rows()),
                        page,
                        ranked -> cursor(ranked.match().place())));
    }

    @POST
    @Path("excluded")
    @Produces({Pages.JSON, Pages.CSV})
    @Extension(name = CommonAnswers.SAFE, value = "true", parseValue = true)
    @Operation(
            summary = "List the programs that a ranking leaves out",
            description =
                    "By id, each with the first reason that holds: it is suspended, it is not on the menu of that day, it serves none of the grades. Asked as POST /matches is, by the same people.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = MatchJson.Asked.class),
                            examples = @ExampleObject(name = "a school's needs", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "The programs that are left out, and why")
    @APIResponse(responseCode = "404", description = "no-school-to-match")
    @APIResponse(responseCode = "422", description = "goal-outside-area")
    public Page<MatchJson.ExcludedJson> excluded(@BeanParam Paging page, @Valid @NotNull MatchJson.Asked asked) {
        School _ = school(asked);
        return Page.of(
                        matchPrograms.excluded(
                                doors.dayOrToday(asked.asOf()),
                                asked.needs().needs(),
                                page.after().map(cursor -> new ProgramId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        program -> Cursor.at(program.id().value()))
                .map(MatchJson.ExcludedJson::of);
    }

    private School school(MatchJson.Asked asked) {
        return schools.find(asked.school())
                .filter(found -> doors.matchesFor(found.code()))
                .orElseThrow(() -> new RefusedException(new NoSchoolToMatch(asked.school())));
    }

    private static Cursor cursor(Match.Place place) {
        return Cursor.at(
                place.score(),
                place.price().map(Money::cents).orElse(NO_PRICE),
                place.program().value());
    }

    private static Match.Place place(Cursor cursor) {
        long cents = cursor.number(1);
        return new Match.Place(
                Math.clamp(cursor.number(0), Integer.MIN_VALUE, Integer.MAX_VALUE),
                cents == NO_PRICE ? Optional.empty() : Optional.of(new Money(cents)),
                new ProgramId(cursor.uuid(2)));
    }
}
