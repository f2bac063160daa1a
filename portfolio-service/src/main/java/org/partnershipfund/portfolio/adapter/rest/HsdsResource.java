package org.partnershipfund.portfolio.adapter.rest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchHsdsObject;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchPartnership;
import org.partnershipfund.portfolio.catalogue.ListedPartnership;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.catalogue.Partnerships;
import org.partnershipfund.portfolio.hsds.HsdsView;
import org.partnershipfund.portfolio.hsds.Slice;
import org.partnershipfund.portfolio.hsds.Term;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ProgramRefusal.NoSuchProgram;
import org.partnershipfund.portfolio.program.Programs;

/** The catalogue in the words of Open Referral's HSDS 3.0 (policy catalogue §7): everybody may look. */
@Path("/hsds")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "HSDS", description = "The catalogue as Human Services Data Specification 3.0")
public class HsdsResource {

    private static final String PROFILE = "https://docs.openreferral.org/en/3.0/hsds/";

    /** The most services and partnerships that one thing is told with where it is asked for by itself. */
    private static final int MOST_NESTED = 1_000;

    /** And where it is one of a list, which anybody may ask for. */
    private static final int MOST_NESTED_IN_LISTS = 100;

    private final HsdsView view;
    private final Programs programs;
    private final Partners partners;
    private final Partnerships partnerships;
    private final Doors doors;

    HsdsResource(HsdsView view, Programs programs, Partners partners, Partnerships partnerships, Doors doors) {
        this.view = view;
        this.programs = programs;
        this.partners = partners;
        this.partnerships = partnerships;
        this.doors = doors;
    }

    @GET
    @Operation(summary = "Tell about this API")
    public HsdsJson.About about(@Context UriInfo address) {
        return new HsdsJson.About(
                "3.0", PROFILE, address.getBaseUri().resolve("/q/openapi").toString());
    }

    @GET
    @Path("services")
    @Operation(
            summary = "List the programs as services",
            description =
                    "By id. With what is one-to-one; with full=true with everything, at most 10 on a page and 100 places each; with minimal=true only id and modified_date.")
    @APIResponse(
            responseCode = "200",
            description = "A page of services",
            content = @Content(schema = @Schema(implementation = HsdsJson.PageOf.class)))
    public Response services(
            @BeanParam HsdsPaging page,
            @BeanParam HsdsFilter asked,
            @Parameter(description = "true: only id and modified_date") @QueryParam("minimal") @Nullable Boolean minimal) {
        if (asked.isFull()) {
            page.ofNested("full");
        }
        var found = offered(view.services(asked.filter(), page.offset(), page.size()));
        if (Boolean.TRUE.equals(minimal)) {
            return Response.ok(page.of(found.map(one -> new HsdsJson.MinimalService(
                            one.program().value().id().value(),
                            one.program().value().modifiedAt()))))
                    .build();
        }
        return Response.ok(page.of(shaped(found, asked.isFull(), MOST_NESTED_IN_LISTS)))
                .build();
    }

    @GET
    @Path("services/{id}")
    @Operation(summary = "Read one program as a service, with everything about it")
    @APIResponse(responseCode = "200", description = "The service")
    @APIResponse(responseCode = "404", description = "no-such-program")
    public HsdsJson.Service service(@PathParam("id") UUID id) {
        var offered = programs.offered(new ProgramId(id), today())
                .orElseThrow(() -> new RefusedException(new NoSuchProgram(new ProgramId(id))));
        return nested(List.of(offered), MOST_NESTED).getFirst();
    }

    @GET
    @Path("organizations")
    @Operation(
            summary = "List the partners as organizations",
            description =
                    "By id. With full=true with their services, with full_service=true with everything about each of them; then at most 10 on a page, 100 services and 100 places each.")
    public HsdsJson.PageOf<HsdsJson.Organization> organizations(
            @BeanParam HsdsPaging page,
            @Parameter(description = "Only organizations whose name contains this") @QueryParam("search") @Nullable String search,
            @Parameter(description = "true: fully nested") @QueryParam("full") @Nullable Boolean full,
            @Parameter(description = "true: with the whole of each service") @QueryParam("full_service") @Nullable Boolean fullService) {
        boolean whole = Boolean.TRUE.equals(fullService);
        boolean nested = whole || Boolean.TRUE.equals(full);
        if (nested) {
            page.ofNested(whole ? "full_service" : "full");
        }
        return page.of(view.organizations(HsdsFilter.text(search), page.offset(), page.size())
                .map(partner -> nested
                        ? organization(partner, whole, MOST_NESTED_IN_LISTS)
                        : HsdsShapes.organization(partner, null)));
    }

    @GET
    @Path("organizations/{id}")
    @Operation(summary = "Read one partner as an organization, with its services")
    @APIResponse(responseCode = "200", description = "The organization")
    @APIResponse(responseCode = "404", description = "no-such-partner")
    public HsdsJson.Organization organization(
            @PathParam("id") UUID id,
            @Parameter(description = "true: with the whole of each service") @QueryParam("full_service") @Nullable Boolean fullService) {
        var partner = partners.find(new PartnerId(id))
                .orElseThrow(() -> new RefusedException(new NoSuchPartner(new PartnerId(id))));
        return organization(partner.value().title(), Boolean.TRUE.equals(fullService), MOST_NESTED);
    }

    @GET
    @Path("service_at_locations")
    @Operation(
            summary = "List the partnerships as services at locations",
            description =
                    "By id; of this fiscal year and those to come (GET /partnerships has all years). Schools have no postcodes here: postcode and proximity are refused. GET /programs/search finds what is near a school.")
    public HsdsJson.PageOf<HsdsJson.ServiceAtLocation> servicesAtLocations(
            @BeanParam HsdsPaging page,
            @BeanParam HsdsFilter asked,
            @Parameter(description = "Not served") @QueryParam("postcode") @Nullable String postcode,
            @Parameter(description = "Not served") @QueryParam("proximity") @Nullable String proximity) {
        String place = postcode == null ? proximity : postcode;
        if (place != null) {
            throw ProblemException.parameter(
                    postcode == null ? "proximity" : "postcode",
                    place,
                    "the catalogue knows schools, no postcodes; GET /programs/search?nearSchool= finds what is near one");
        }
        var found = view.servicesAtLocations(asked.filter(), thisYear(), page.offset(), page.size());
        List<ListedPartnership> listed = partnerships.find(found.things());
        Map<ProgramId, HsdsJson.Service> services = services(listed);
        return page.of(new Slice<>(places(listed, services, asked.isFull()), found.total()));
    }

    @GET
    @Path("service_at_locations/{id}")
    @Operation(summary = "Read one partnership as a service at a location")
    @APIResponse(responseCode = "200", description = "The service at its location")
    @APIResponse(responseCode = "404", description = "no-such-partnership")
    public HsdsJson.ServiceAtLocation serviceAtLocation(@PathParam("id") UUID id) {
        var listed = partnerships
                .find(new PartnershipId(id))
                .orElseThrow(() -> new RefusedException(new NoSuchPartnership(new PartnershipId(id))));
        return places(List.of(listed), services(List.of(listed)), true).getFirst();
    }

    @GET
    @Path("taxonomies")
    @Operation(summary = "List the taxonomies")
    public HsdsJson.PageOf<HsdsJson.Taxonomy> taxonomies(
            @BeanParam HsdsPaging page,
            @Parameter(description = "Only taxonomies whose name contains this") @QueryParam("search") @Nullable String search) {
        return page.cut(Arrays.stream(Term.Taxonomy.values())
                .map(HsdsShapes::taxonomy)
                .filter(taxonomy -> contains(taxonomy.name(), search))
                .toList());
    }

    @GET
    @Path("taxonomies/{id}")
    @Operation(summary = "Read one taxonomy")
    @APIResponse(responseCode = "200", description = "The taxonomy")
    @APIResponse(responseCode = "404", description = "no-such-hsds-object")
    public HsdsJson.Taxonomy taxonomy(@PathParam("id") UUID id) {
        return Arrays.stream(Term.Taxonomy.values())
                .filter(taxonomy -> HsdsShapes.idOf(taxonomy).equals(id))
                .findFirst()
                .map(HsdsShapes::taxonomy)
                .orElseThrow(() -> new RefusedException(new NoSuchHsdsObject("taxonomy", id)));
    }

    @GET
    @Path("taxonomy_terms")
    @Operation(summary = "List the terms of the taxonomies: service areas, their sub-terms, grades")
    public HsdsJson.PageOf<HsdsJson.TaxonomyTerm> terms(
            @BeanParam HsdsPaging page,
            @Parameter(description = "Only terms whose name contains this") @QueryParam("search") @Nullable String search,
            @Parameter(description = "Only terms of this taxonomy") @QueryParam("taxonomy_id") @Nullable UUID taxonomy,
            @Parameter(description = "true: only terms without a parent") @QueryParam("top_only") @Nullable Boolean topOnly,
            @Parameter(description = "Only terms right below this one") @QueryParam("parent_id") @Nullable UUID parent) {
        return page.cut(Term.every().stream()
                .filter(term ->
                        taxonomy == null || HsdsShapes.idOf(term.taxonomy()).equals(taxonomy))
                .filter(term -> !Boolean.TRUE.equals(topOnly) || term.parent().isEmpty())
                .filter(term -> parent == null
                        || HsdsShapes.parentOf(term).filter(parent::equals).isPresent())
                .filter(term -> contains(term.name(), search))
                .map(HsdsShapes::term)
                .toList());
    }

    @GET
    @Path("taxonomy_terms/{id}")
    @Operation(summary = "Read one term")
    @APIResponse(responseCode = "200", description = "The term")
    @APIResponse(responseCode = "404", description = "no-such-hsds-object")
    public HsdsJson.TaxonomyTerm term(@PathParam("id") UUID id) {
        return Term.every().stream()
                .filter(term -> HsdsShapes.idOf(term).equals(id))
                .findFirst()
                .map(HsdsShapes::term)
                .orElseThrow(() -> new RefusedException(new NoSuchHsdsObject("taxonomy_term", id)));
    }

    private Slice<OfferedProgram> offered(Slice<ProgramId> found) {
        return new Slice<>(programs.offered(found.things(), today()), found.total());
    }

    private Slice<HsdsJson.Service> shaped(Slice<OfferedProgram> found, boolean full, int mostEach) {
        return full ? new Slice<>(nested(found.things(), mostEach), found.total()) : found.map(HsdsShapes::brief);
    }

    /** With everything about each of them, read together. */
    private List<HsdsJson.Service> nested(List<OfferedProgram> offered, int mostEach) {
        Map<ProgramId, List<ListedPartnership>> at =
                partnerships.of(offered.stream().map(HsdsResource::idOf).toList(), thisYear(), mostEach).stream()
                        .collect(groupingBy(one -> one.partnership().value().program()));
        return offered.stream()
                .map(one -> HsdsShapes.full(one, places(at.getOrDefault(idOf(one), List.of()), Map.of(), true)))
                .toList();
    }

    private static ProgramId idOf(OfferedProgram offered) {
        return offered.program().value().id();
    }

    private HsdsJson.Organization organization(Partner.Title partner, boolean fullService, int mostEach) {
        var found = offered(view.services(
                new HsdsView.Filter(Optional.empty(), Optional.empty(), Optional.of(partner.id()), Optional.empty()),
                0,
                mostEach));
        return HsdsShapes.organization(
                partner, shaped(found, fullService, MOST_NESTED_IN_LISTS).things());
    }

    private Map<ProgramId, HsdsJson.Service> services(List<ListedPartnership> listed) {
        List<ProgramId> ids = listed.stream()
                .map(one -> one.partnership().value().program())
                .distinct()
                .toList();
        return programs.offered(ids, today()).stream().collect(toMap(HsdsResource::idOf, HsdsShapes::brief));
    }

    private static List<HsdsJson.ServiceAtLocation> places(
            List<ListedPartnership> listed, Map<ProgramId, HsdsJson.Service> services, boolean nested) {
        return listed.stream()
                .map(one -> HsdsShapes.place(
                        one, services.get(one.partnership().value().program()), nested))
                .toList();
    }

    private FiscalYear thisYear() {
        return FiscalYear.of(today());
    }

    private LocalDate today() {
        return doors.dayOrToday(null);
    }

    private static boolean contains(String name, @Nullable String search) {
        return search == null
                || name.toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
    }
}
