package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.usecase.ChangePartner;
import org.partnershipfund.portfolio.usecase.ReadPersonalData;
import org.partnershipfund.portfolio.usecase.RegisterPartner;
import org.partnershipfund.portfolio.usecase.RegisterProgram;

/** The doors for partners, and for what one partner offers. */
@Path("/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners", description = "Who offers programs, and who acts for them")
public class PartnerResource {

    private static final int MOST_LOOKALIKES = 10;

    private final Partners partners;
    private final RegisterPartner registerPartner;
    private final ChangePartner changePartner;
    private final RegisterProgram registerProgram;
    private final ShownProgram shownProgram;
    private final ReadPersonalData personalData;
    private final Doors doors;

    PartnerResource(
            Partners partners,
            RegisterPartner registerPartner,
            ChangePartner changePartner,
            RegisterProgram registerProgram,
            ShownProgram shownProgram,
            ReadPersonalData personalData,
            Doors doors) {
        this.partners = partners;
        this.registerPartner = registerPartner;
        this.changePartner = changePartner;
        this.registerProgram = registerProgram;
        this.shownProgram = shownProgram;
        this.personalData = personalData;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Register an organisation",
            description =
                    "Whoever registers it is its first member. A name that is taken is refused; other partners that may be the same organisation are told as lookalikes and refuse nothing. Says PartnerRegistered.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = PartnerJson.Full.class)))
    @APIResponse(responseCode = "409", description = "partner-exists, idempotency-key-in-use")
    public Response register(@Valid @NotNull PartnerJson.ToRegister asked) {
        var partner = registerPartner.register(asked.registration(), doors.person());
        return Answers.created("/partners/" + partner.value().id().value(), inside(partner), partner.version());
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the partners",
            description =
                    "By id, which is by registration. modifiedAfter asks for those registered or with other members later.")
    public Page<PartnerJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only partners of this kind") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Only partners whose name contains this") @QueryParam("q") @Nullable String q) {
        var filter = new Partners.Filter(
                Optional.ofNullable(kind).map(Words::partnerKind), Optional.ofNullable(q), page.modifiedAfter());
        return Page.of(
                        partners.list(filter, page.after().map(cursor -> new PartnerId(cursor.uuid(0))), page.rows()),
                        page,
                        partner -> Cursor.at(partner.id().value()))
                .map(PartnerJson::of);
    }

    @GET
    @Path("export")
    @PermitAll
    @Produces(Pages.CSV)
    @Operation(summary = "All partners as one CSV file", description = "One header and a line for each, by id.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Pages.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export() {
        var all = new Partners.Filter(Optional.empty(), Optional.empty(), Optional.empty());
        return Export.<Partner.Title, PartnerJson>of(
                "partners",
                PartnerJson.class,
                (after, most) -> partners.list(all, after.map(Partner.Title::id), most),
                PartnerJson::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "Read one partner",
            description =
                    "Everybody: name and kind. Its members, the partnerships team and the records auditor also see who acts for it, where the district writes to, its tax id, and which other partners may be the same organisation; what the offices read so is kept in the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "The partner",
            content = @Content(schema = @Schema(implementation = PartnerJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-partner")
    public Response read(@PathParam("id") UUID id) {
        var asked = new PartnerId(id);
        if (doors.seesReviews() && !doors.own().covers(asked)) {
            return shown(personalData.partner(asked));
        }
        return shown(partners.find(asked).orElseThrow(() -> new RefusedException(new NoSuchPartner(asked))));
    }

    @PUT
    @Path("{id}/members")
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Say who acts for the partner",
            description =
                    "These people and nobody else, from now on. For a member; for the partnerships team, so that a partner who lost its members is not locked out. Says PartnerMembersChanged.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = PartnerJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-partner")
    public Response changeMembers(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PartnerJson.Members asked) {
        var partner = changePartner.members(
                new PartnerId(id), IfMatch.version(ifMatch), asked.people(), doors.membersToChange());
        return Answers.ok(inside(partner), partner.version());
    }

    @PUT
    @Path("{id}/contact")
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Correct where the district writes to, and the tax id",
            description =
                    "Both, from now on; what is absent is forgotten. For a member and for the partnerships team. Says nothing: neither is in any event.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = PartnerJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-partner")
    public Response changeContact(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PartnerJson.Contact asked) {
        var partner = changePartner.contact(
                new PartnerId(id), IfMatch.version(ifMatch), asked.email(), asked.number(), doors.membersToChange());
        return Answers.ok(inside(partner), partner.version());
    }

    @POST
    @Path("{id}/programs")
    @Idempotent
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Register a program of the partner",
            description = "For a member. Its price sheet becomes version 1. Says ProgramRegistered.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = ProgramJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-partner")
    @APIResponse(responseCode = "409", description = "program-exists, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "price-not-positive, price-code-twice, tier-not-possible, term-of-another-area, idempotency-key-reused")
    public Response registerProgram(@PathParam("id") UUID id, @Valid @NotNull ProgramJson.Asked asked) {
        var program = registerProgram.register(
                new PartnerId(id), asked.asDescription(), asked.priceSheet().asked(), doors.own());
        return Answers.created(
                "/programs/" + program.value().id().value(), shownProgram.of(program), program.version());
    }

    private Response shown(Versioned<Partner> partner) {
        return Answers.ok(
                doors.sight().covers(partner.value().id())
                        ? inside(partner)
                        : PartnerJson.Full.ofPublic(partner.value()),
                partner.version());
    }

    private PartnerJson.Full inside(Versioned<Partner> partner) {
        // Whose tax id it is too is for the offices: anybody may register a partner, and so could ask.
        var lookalikes = partners.lookalikes(partner.value(), MOST_LOOKALIKES).stream()
                .filter(other -> doors.seesReviews() || other.hasSimilarName())
                .toList();
        return PartnerJson.Full.of(partner.value(), lookalikes, doors.seesReviews());
    }
}
