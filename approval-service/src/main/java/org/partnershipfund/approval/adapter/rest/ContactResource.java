package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.OPERATOR;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.PROCUREMENT_OFFICER;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.mail.Contact;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.usecase.KeepContact;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.kernel.Versioned;

/** The doors for where people are written to. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mail", description = "Where people are written to, and what became of what they were written")
public class ContactResource {

    private final KeepContact keepContact;
    private final Callers callers;

    ContactResource(KeepContact keepContact, Callers callers) {
        this.keepContact = keepContact;
        this.callers = callers;
    }

    @GET
    @Path("me/contact")
    @RolesAllowed({
        SCHOOL_LEADER,
        COUNCIL_MEMBER,
        INSTRUCTIONAL_SUPERINTENDENT,
        PARTNERSHIPS_TEAM,
        BUDGET_OFFICE,
        PROCUREMENT_OFFICER,
        DISTRICT_SUPERINTENDENT,
        CFO,
        DEPUTY_CFO,
        RECORDS_AUDITOR,
        OPERATOR
    })
    @Operation(summary = "Read where you are written to")
    @APIResponse(
            responseCode = "200",
            description = "Your contact",
            content = @Content(schema = @Schema(implementation = ContactJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contact")
    public Response mine() {
        return ok(keepContact.read(callers.me()));
    }

    @PUT
    @Path("me/contact")
    @RolesAllowed({
        SCHOOL_LEADER,
        COUNCIL_MEMBER,
        INSTRUCTIONAL_SUPERINTENDENT,
        PARTNERSHIPS_TEAM,
        BUDGET_OFFICE,
        PROCUREMENT_OFFICER,
        DISTRICT_SUPERINTENDENT,
        CFO,
        DEPUTY_CFO,
        RECORDS_AUDITOR,
        OPERATOR
    })
    @Operation(
            summary = "Say where you are written to, and whether at all",
            description =
                    "Without If-Match your first contact, with If-Match its next state. The address is kept here only: in no event, no log and no audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = ContactJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contact")
    @APIResponse(responseCode = "409", description = "contact-exists")
    @APIResponse(responseCode = "412", description = "stale-state")
    public Response keepMine(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull ContactJson.ToKeep asked) {
        return keep(callers.me(), ifMatch, asked);
    }

    @GET
    @Path("contacts")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Read where somebody is written to",
            description = "One person at a time; who reads it is kept on record.")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = ContactJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "404", description = "no-such-contact")
    public Response read(
            @Parameter(description = "The person's issuer") @QueryParam("issuer") @NotBlank @Size(max = 300) String issuer,
            @Parameter(description = "The person's subject") @QueryParam("subject") @NotBlank @Size(max = 255) String subject) {
        return ok(keepContact.read(new Person(issuer, subject)));
    }

    @PUT
    @Path("contacts")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Say for somebody where they are written to",
            description =
                    "Without If-Match their first contact, with If-Match its next state; they can change it themselves with PUT /me/contact.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = ContactJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contact")
    @APIResponse(responseCode = "409", description = "contact-exists")
    @APIResponse(responseCode = "412", description = "stale-state")
    public Response keep(
            @Parameter(description = "The person's issuer") @QueryParam("issuer") @NotBlank @Size(max = 300) String issuer,
            @Parameter(description = "The person's subject") @QueryParam("subject") @NotBlank @Size(max = 255) String subject,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContactJson.ToKeep asked) {
        return keep(new Person(issuer, subject), ifMatch, asked);
    }

    private Response keep(Person person, @Nullable String ifMatch, ContactJson.ToKeep asked) {
        return ok(keepContact.keep(
                person,
                ifMatch == null ? Optional.empty() : Optional.of(IfMatch.version(ifMatch)),
                asked.address(),
                asked.wantsMail(),
                callers.me()));
    }

    private static Response ok(Versioned<Contact> contact) {
        return Answers.ok(ContactJson.of(contact.value()), contact.version());
    }
}
