package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.OPERATOR;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.mail.MailId;
import org.partnershipfund.approval.mail.MailOutbox;
import org.partnershipfund.approval.mail.MailOutbox.State;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The door for what became of messages. */
@Path("/mails")
@RolesAllowed({PARTNERSHIPS_TEAM, OPERATOR, RECORDS_AUDITOR})
@Tag(name = "Mail")
public class MailResource {

    private final MailOutbox outbox;
    private final Adults adults;

    MailResource(MailOutbox outbox, Adults adults) {
        this.outbox = outbox;
        this.adults = adults;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what people were written",
            description =
                    "In the order in which it was put down: who, about what, and whether the mail server took it; neither texts nor addresses.")
    public Page<MailJson> list(
            @BeanParam PageRequest page,
            @Parameter(
                            description = "Only in this state",
                            schema = @Schema(enumeration = {"waiting", "sent", "unaddressed", "declined", "given-up"}))
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "Only about this, such as a booking's id") @QueryParam("thing") @Nullable String thing) {
        var filter = new MailOutbox.Filter(
                Optional.ofNullable(state).map(MailResource::state), Optional.ofNullable(thing), page.modifiedAfter());
        var sent = Page.of(
                outbox.list(filter, page.after().map(cursor -> new MailId(cursor.uuid(0))), page.rows()),
                page,
                one -> Cursor.at(one.id().value()));
        var shown = adults.among(sent.items().stream().map(MailOutbox.Sent::to).toList());
        return sent.map(one -> MailJson.of(one, shown));
    }

    private static State state(String word) {
        for (State state : State.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw ProblemException.parameter("state", word, "it must be waiting, sent, unaddressed, declined or given-up");
    }
}
