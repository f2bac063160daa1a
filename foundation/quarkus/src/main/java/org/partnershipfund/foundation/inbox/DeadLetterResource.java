package org.partnershipfund.foundation.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.inbox.DeadLetterJson.DiscardJson;
import org.partnershipfund.foundation.inbox.DeadLetterJson.ItemJson;
import org.partnershipfund.foundation.inbox.DeadLetterJson.LetterJson;
import org.partnershipfund.foundation.inbox.DeadLetterJson.OpenLetterJson;
import org.partnershipfund.foundation.inbox.DeadLetterJson.RedriveJson;
import org.partnershipfund.foundation.inbox.DeadLetterJson.RedrivenJson;
import org.partnershipfund.foundation.inbox.LetterDesk.Answer;
import org.partnershipfund.foundation.inbox.LetterDesk.Content;
import org.partnershipfund.foundation.inbox.LetterDesk.Filter;
import org.partnershipfund.foundation.inbox.LetterDesk.Summary;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The operators' door to what could not be used when it was heard. */
@Path("/dead-letters")
@Tag(name = "Dead letters")
public class DeadLetterResource {

    private static final Set<String> STATES = Set.of("parked", "dead", "redriven", "discarded");

    private final LetterDesk desk;

    @Inject
    DeadLetterResource(LetterDesk desk) {
        this.desk = desk;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @RolesAllowed({Roles.OPERATOR, Roles.RECORDS_AUDITOR})
    @Operation(
            summary = "Letters in the order of their arrival",
            description = "modifiedAfter asks for those that arrived, were tried or were settled later.")
    @APIResponse(responseCode = "200", description = "A page of letters, without their bytes")
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    public Page<LetterJson> list(
            @BeanParam PageRequest request,
            @Parameter(description = "parked, dead, redriven or discarded") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Only this CloudEvents type") @QueryParam("type") @Nullable String type,
            @Parameter(description = "Only this subject") @QueryParam("subject") @Nullable String subject) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.parameter("state", state, "it must be parked, dead, redriven or discarded");
        }
        List<Summary> rows = desk.list(
                new Filter(state, type, subject, request.modifiedAfter().orElse(null)),
                request.after().map(cursor -> cursor.number(0)).orElse(0L),
                request.rows());
        return Page.of(rows, request, letter -> Cursor.at(letter.seq())).map(LetterJson::of);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATOR, Roles.RECORDS_AUDITOR})
    @Operation(summary = "One letter with the record as it came")
    @APIResponse(responseCode = "200", description = "The letter, its headers and its bytes")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response open(@PathParam("id") UUID id) {
        Content content = desk.open(id);
        if (content == null) {
            throw noSuchLetter();
        }
        return Answers.ok(OpenLetterJson.of(content), content.summary().version());
    }

    @POST
    @Path("{id}/redrive")
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Try a letter again",
            description = "Answers before the attempt; look at the letter to see what came of it.")
    @APIResponseSchema(value = LetterJson.class, responseCode = "202", responseDescription = "It will be tried at once")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "letter-not-open, letter-not-first")
    public Response redrive(@PathParam("id") UUID id) {
        Summary letter = acceptedOrProblem(desk.redrive(id));
        return Response.accepted(LetterJson.of(letter)).build();
    }

    @POST
    @Path("redrive")
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Try up to 500 letters again", description = "Answers per letter, before the attempts.")
    @APIResponseSchema(
            value = RedrivenJson.class,
            responseCode = "202",
            responseDescription = "What will be done about each")
    public Response redriveMany(@Valid @NotNull RedriveJson wanted) {
        List<ItemJson> items = desk.redriveAll(wanted.ids()).entrySet().stream()
                .map(answer -> ItemJson.of(answer.getKey(), answer.getValue()))
                .toList();
        return Response.accepted(new RedrivenJson(items)).build();
    }

    @POST
    @Path("{id}/discard")
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Give a letter up", description = "The letters that waited behind it follow.")
    @APIResponse(responseCode = "200", description = "The letter, discarded")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "letter-not-open")
    public Response discard(@PathParam("id") UUID id, @Valid @NotNull DiscardJson why) {
        Summary letter = acceptedOrProblem(desk.discard(id, why.reason().strip()));
        return Answers.ok(LetterJson.of(letter), letter.version());
    }

    private static Summary acceptedOrProblem(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(Summary letter) -> letter;
            case Answer.NoSuchLetter _ -> throw noSuchLetter();
            case Answer.NotOpen(Summary letter) ->
                throw ProblemException.of(
                        StandardProblem.LETTER_NOT_OPEN,
                        "Letter %s is %s already.".formatted(letter.id(), letter.state()));
            case Answer.NotFirst(Summary letter, UUID first) ->
                throw ProblemException.of(
                        StandardProblem.LETTER_NOT_FIRST,
                        "Letter %s waits behind letter %s of the same subject and follows it by itself."
                                .formatted(letter.id(), first));
        };
    }

    private static ProblemException noSuchLetter() {
        return ProblemException.of(StandardProblem.NOT_FOUND, "There is no such letter.");
    }
}
