package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.turn.Turns;
import org.partnershipfund.approval.usecase.ReadTurns;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The door that says what waits for whoever asks. */
@Path("/turns")
@RolesAllowed({
    BUDGET_OFFICE,
    PARTNERSHIPS_TEAM,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    CFO,
    DEPUTY_CFO
})
@Tag(name = "Turns", description = "Whose turn it is: what waits for a person, and who may act on a selection now")
public class TurnResource {

    private final ReadTurns readTurns;
    private final Callers callers;

    TurnResource(ReadTurns readTurns, Callers callers) {
        this.readTurns = readTurns;
        this.callers = callers;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Read what waits for you, and until when",
            description =
                    "Steps that you may decide, also in another's place; councils to convene; motions to vote on; drafts and returned selections of your schools; accounts and acknowledgements that you owe. What is due first comes first; what you submitted or decided on yourself is left out.")
    public Page<TurnJson.WaitingJson> mine(@BeanParam Paging page) {
        Instant now = readTurns.now();
        return Page.of(
                        readTurns.of(
                                callers.me(),
                                callers.roles(),
                                page.after()
                                        .map(cursor ->
                                                new Turns.After(cursor.instant(0), cursor.text(1), cursor.text(2))),
                                page.rows()),
                        page,
                        found -> Cursor.at(
                                found.until().orElse(Turns.NEVER), found.kind().word(), found.key()))
                .map(found -> TurnJson.WaitingJson.of(found, now));
    }
}
