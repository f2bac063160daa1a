package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.Cycles;
import org.partnershipfund.portfolio.usecase.Apply;
import org.partnershipfund.portfolio.usecase.JudgeApplication;
import org.partnershipfund.portfolio.usecase.ReadPersonalData;
import org.partnershipfund.portfolio.usecase.WithdrawApplication;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.Finding;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;

/** The doors for applications, their reviews and what is decided. Those of others do not exist for a partner. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Applications",
        description = "How a program comes onto the menu: applied for, answered, reviewed, vetted or refused")
public class ApplicationResource {

    private final Applications applications;
    private final Cycles cycles;
    private final Apply apply;
    private final JudgeApplication judge;
    private final WithdrawApplication withdrawApplication;
    private final ReadPersonalData personalData;
    private final Doors doors;

    ApplicationResource(
            Applications applications,
            Cycles cycles,
            Apply apply,
            JudgeApplication judge,
            WithdrawApplication withdrawApplication,
            ReadPersonalData personalData,
            Doors doors) {
        this.applications = applications;
        this.cycles = cycles;
        this.apply = apply;
        this.judge = judge;
        this.withdrawApplication = withdrawApplication;
        this.personalData = personalData;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Apply for a place on the menu",
            description =
                    "For a member of the program's partner, until the cycle's day for intents: once per program and category, in a category for the program's service area. What can be counted is checked at once: years, days, hours, adults to pupils. The answers come along or follow. Says ApplicationSubmitted if they come along.")
    @APIResponse(
            responseCode = "201",
            description = "Applied",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "409", description = "cycle-not-open, already-applied, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-program, unknown-cycle, category-not-in-cycle, category-not-served, below-minimum, answers-do-not-fit, idempotency-key-reused")
    public Response apply(@Valid @NotNull ApplicationJson.ToApply asked) {
        return created(apply.apply(asked.form(), doors.person(), doors.own()));
    }

    @GET
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List applications",
            description =
                    "By id, which is by the time of applying. A partner's people see its own, the partnerships team and the records auditor all. modifiedAfter asks for those that changed later.")
    public Page<ApplicationJson> list(@BeanParam PageRequest page, @Valid @BeanParam ApplicationFilter asked) {
        return Page.of(
                        applications.list(
                                asked.filter(doors.sight(), doors.dayOrToday(null), page.modifiedAfter()),
                                page.after().map(cursor -> new ApplicationId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> ApplicationJson.of(found.value()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Operation(
            summary = "Read one application",
            description =
                    "With its answers; the partnerships team and the records auditor also see the reviews, which is kept in the audit trail, unless they act for the partner.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    public Response read(@PathParam("id") UUID id) {
        var asked = new ApplicationId(id);
        if (doors.seesReviews()) {
            return ok(personalData.reviews(asked));
        }
        var own = doors.own();
        return ok(applications
                .find(asked)
                .filter(found -> own.covers(found.value().intent().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchApplication(asked))));
    }

    @PUT
    @Path("{id}/answers")
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Hand in the answers",
            description =
                    "For a member of its partner: for the first time until the cycle closes, or new ones until the day that a request for changes names. They begin a round of their own; reviews of the round before count no longer. Says ApplicationSubmitted.")
    @APIResponse(
            responseCode = "200",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(
            responseCode = "409",
            description = "cycle-not-open, changes-due-before, waits-for-the-team, application-already-ended")
    @APIResponse(responseCode = "422", description = "answers-do-not-fit")
    public Response answer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApplicationJson.ToAnswer asked) {
        return ok(apply.answer(
                new ApplicationId(id), IfMatch.version(ifMatch), asked.asAnswers(), doors.person(), doors.own()));
    }

    @POST
    @Path("{id}/reviews")
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Review an application",
            description =
                    "Rates each criterion of the category, with a reason. Once per reviewer and round of answers, by somebody who is no member of the partner and has no tie to it. Who declares a tie is kept with the application instead of a review: from then on that person neither reviews nor decides, and an earlier review of theirs counts no longer. Answers the application, whose ETag the decision asks for.")
    @APIResponse(
            responseCode = "201",
            description = "Reviewed, or the tie is kept",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(
            responseCode = "409",
            description = "application-already-ended, nothing-to-judge, already-reviewed, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "acts-for-the-partner, tie-declared, ratings-do-not-fit, idempotency-key-reused")
    public Response review(@PathParam("id") UUID id, @Valid @NotNull ApplicationJson.ToReview asked) {
        return created(judge.review(new ApplicationId(id), asked.asRatings(), asked.asTie(), doors.person()));
    }

    @POST
    @Path("{id}/restatements")
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Say again how criteria stand",
            description =
                    "After the reviewers talked to each other: for who reviewed the newest answers. It counts instead of what their review said of these criteria; the review stays on record.")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(
            responseCode = "409",
            description = "application-already-ended, nothing-to-judge, not-a-reviewer, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "acts-for-the-partner, tie-declared, ratings-do-not-fit, idempotency-key-reused")
    public Response restate(@PathParam("id") UUID id, @Valid @NotNull ApplicationJson.ToRestate asked) {
        return created(judge.restate(new ApplicationId(id), asked.asRatings(), doors.person()));
    }

    @PUT
    @Path("{id}/change-request")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Send an application back",
            description =
                    "Says what is to change, until which day; of one that was sent back, gives another day or says more. The partner hands in new answers (PUT /applications/{id}/answers), and reviews begin anew.")
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(responseCode = "409", description = "application-already-ended, nothing-to-judge")
    @APIResponse(responseCode = "422", description = "acts-for-the-partner, tie-declared, due-day-past")
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApplicationJson.ToSendBack asked) {
        return ok(judge.sendBack(
                new ApplicationId(id), IfMatch.version(ifMatch), asked.what(), asked.dueOn(), doors.person()));
    }

    @PUT
    @Path("{id}/decision")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Vet or refuse an application",
            description =
                    "Always with reasons, never by a member of the partner or who declared a tie to it. To vet takes as many reviews as the category asks for, whose reviewers agree that every criterion is met or exceeded, the clearances that the category asks for, and the days from and until which the program is on the menu. Final. Says ProgramVetted if it vets.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(responseCode = "409", description = "application-already-ended, nothing-to-judge")
    @APIResponse(
            responseCode = "422",
            description =
                    "acts-for-the-partner, tie-declared, too-few-reviews, reviewers-disagree, criteria-not-met, clearance-missing, validity-does-not-fit")
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApplicationJson.ToDecide asked) {
        return ok(judge.decide(new ApplicationId(id), IfMatch.version(ifMatch), asked.ruling(), doors.person()));
    }

    @PUT
    @Path("{id}/suspension")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Take a vetted program off the menu",
            description =
                    "From today on, with reasons that its partner reads. No selection that chooses it goes on until it is reinstated. Says ProgramSuspended.")
    @APIResponse(
            responseCode = "200",
            description = "Suspended",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(responseCode = "409", description = "not-on-the-menu")
    @APIResponse(responseCode = "422", description = "acts-for-the-partner, tie-declared")
    public Response suspend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApplicationJson.ToStand asked) {
        return ok(judge.suspend(new ApplicationId(id), IfMatch.version(ifMatch), asked.reasons(), doors.person()));
    }

    @PUT
    @Path("{id}/reinstatement")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Put a suspended program back onto the menu",
            description =
                    "From today on, until the day that was decided when it was vetted. The clearances of its category are asked for again. Says ProgramReinstated.")
    @APIResponse(
            responseCode = "200",
            description = "Vetted again",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(responseCode = "409", description = "not-suspended")
    @APIResponse(responseCode = "422", description = "acts-for-the-partner, tie-declared, clearance-missing")
    public Response reinstate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApplicationJson.ToStand asked) {
        return ok(judge.reinstate(new ApplicationId(id), IfMatch.version(ifMatch), asked.reasons(), doors.person()));
    }

    @PUT
    @Path("{id}/withdrawal")
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Take an application back",
            description =
                    "For a member of its partner, before it is decided. The program may apply again while the cycle is open.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(responseCode = "409", description = "application-already-ended")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApplicationJson.ToWithdraw asked) {
        return ok(withdrawApplication.withdraw(
                new ApplicationId(id), IfMatch.version(ifMatch), Optional.ofNullable(asked.reason()), doors.own()));
    }

    private Response created(Versioned<Application> application) {
        return Answers.created(
                "/applications/" + application.value().id().value(), shown(application.value()), application.version());
    }

    private Response ok(Versioned<Application> application) {
        return Answers.ok(shown(application.value()), application.version());
    }

    private ApplicationJson.Full shown(Application application) {
        return doors.seesReviewsOf(application.intent().partner())
                ? ApplicationJson.Full.ofTeam(application, findings(application))
                : ApplicationJson.Full.ofPartner(application);
    }

    private List<Finding> findings(Application application) {
        return cycles.find(application.intent().cycle())
                .flatMap(cycle -> cycle.category(application.intent().category()))
                .map(category -> Finding.of(application.dossier(), category))
                .orElseThrow(() -> new IllegalStateException(
                        "no category of application " + application.id().value()));
    }
}
