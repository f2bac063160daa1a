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
import jakarta.ws.rs.core.Response;
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
import org.partnershipfund.portfolio.usecase.Apply;
import org.partnershipfund.portfolio.usecase.DecideApplication;
import org.partnershipfund.portfolio.usecase.ReviewApplication;
import org.partnershipfund.portfolio.usecase.WithdrawApplication;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;

/** The doors for applications, their reviews and what is decided. Those of others do not exist for a partner. */
@Path("/applications")
@Tag(name = "Applications", description = "How a program comes onto the menu: applied for, reviewed, vetted or refused")
public class ApplicationResource {

    private final Applications applications;
    private final Apply apply;
    private final ReviewApplication reviewApplication;
    private final DecideApplication decideApplication;
    private final WithdrawApplication withdrawApplication;
    private final Doors doors;

    ApplicationResource(
            Applications applications,
            Apply apply,
            ReviewApplication reviewApplication,
            DecideApplication decideApplication,
            WithdrawApplication withdrawApplication,
            Doors doors) {
        this.applications = applications;
        this.apply = apply;
        this.reviewApplication = reviewApplication;
        this.decideApplication = decideApplication;
        this.withdrawApplication = withdrawApplication;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Apply for a place on the menu",
            description =
                    "For a member of the program's partner, while the cycle is open: once per program and cycle, in the category that the program serves, with an answer to each criterion. Says ApplicationSubmitted.")
    @APIResponse(
            responseCode = "201",
            description = "Applied",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "409", description = "cycle-not-open, already-applied, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-program, unknown-cycle, category-not-in-cycle, category-not-served, too-few-years, answers-do-not-fit, idempotency-key-reused")
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
    public Page<ApplicationJson> list(@BeanParam PageRequest page, @BeanParam ApplicationFilter asked) {
        return Page.of(
                        applications.list(
                                asked.filter(doors.sight(), page.modifiedAfter()),
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
            description = "With its answers; the partnerships team and the records auditor also see the reviews.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    public Response read(@PathParam("id") UUID id) {
        var asked = new ApplicationId(id);
        var reach = doors.sight();
        return ok(applications
                .find(asked)
                .filter(found -> reach.covers(found.value().request().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchApplication(asked))));
    }

    @POST
    @Path("{id}/reviews")
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Review an application",
            description =
                    "Rates each criterion of the cycle, with a reason. Once per reviewer, who is no member of the partner and has no tie to it. Who declares a tie is kept with the application instead of a review: from then on that person neither reviews nor decides, and an earlier review of theirs counts no longer. Answers the application, whose ETag the decision asks for.")
    @APIResponse(
            responseCode = "201",
            description = "Reviewed, or the tie is kept",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(
            responseCode = "409",
            description = "application-already-ended, already-reviewed, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "acts-for-the-partner, tie-declared, ratings-do-not-fit, idempotency-key-reused")
    public Response review(@PathParam("id") UUID id, @Valid @NotNull ApplicationJson.ToReview asked) {
        return created(
                reviewApplication.review(new ApplicationId(id), asked.asRatings(), asked.asTie(), doors.person()));
    }

    @PUT
    @Path("{id}/decision")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Vet or refuse an application",
            description =
                    "Always with reasons, never by a member of the partner or who declared a tie to it. To vet takes a review in which every criterion is met or exceeded, and the days from and until which the program is on the menu. Final. Says ProgramVetted if it vets.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = ApplicationJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(responseCode = "409", description = "application-already-ended")
    @APIResponse(
            responseCode = "422",
            description = "acts-for-the-partner, tie-declared, no-review-is-enough, validity-does-not-fit")
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApplicationJson.ToDecide asked) {
        return ok(decideApplication.decide(
                new ApplicationId(id), IfMatch.version(ifMatch), asked.ruling(), doors.person()));
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
                "/applications/" + application.value().id().value(),
                ApplicationJson.Full.of(application.value(), doors.seesReviews()),
                application.version());
    }

    private Response ok(Versioned<Application> application) {
        return Answers.ok(ApplicationJson.Full.of(application.value(), doors.seesReviews()), application.version());
    }
}
