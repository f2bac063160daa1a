package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.adapter.rest.OcdsPackages.Head;
import org.partnershipfund.procurement.adapter.rest.OcdsPackages.OpenRecord;
import org.partnershipfund.procurement.disclosure.DisclosureRefusal.NoSuchRecord;
import org.partnershipfund.procurement.disclosure.DisclosureRefusal.NoSuchRelease;
import org.partnershipfund.procurement.disclosure.Feed;
import org.partnershipfund.procurement.disclosure.Feed.Compiled;
import org.partnershipfund.procurement.disclosure.Feed.Told;
import org.partnershipfund.procurement.disclosure.Merging;
import org.partnershipfund.procurement.disclosure.Ocid;
import org.partnershipfund.procurement.disclosure.Tag;

/** Every step of every purchase in the words of OCDS 1.1.5 (policy disclosure): everybody may look. */
@Path("/ocds")
@PermitAll
@org.eclipse.microprofile.openapi.annotations.tags.Tag(
        name = "OCDS",
        description = "Contracting in the open: Open Contracting Data Standard 1.1.5")
public class OcdsResource {

    private static final String LINES = "application/jsonl";
    private static final String ARCHIVE = "application/zip";
    private static final int A_MINUTE = 60;
    private static final int A_YEAR = 31_536_000;

    private final Feed feed;
    private final OcdsPackages packages;
    private final OcdsBulk bulk;
    private final Clock clock;

    OcdsResource(Feed feed, OcdsPackages packages, OcdsBulk bulk, Clock clock) {
        this.feed = feed;
        this.packages = packages;
        this.bulk = bulk;
        this.clock = clock;
    }

    @GET
    @Path("releases")
    @Produces(Pages.JSON)
    @Operation(
            summary = "Read releases as a package",
            description =
                    "In the order in which they were published; links.next leads on. A release never changes, and none ever appears before one that was read already. Nobody is named in them but organisations.")
    @APIResponse(responseCode = "304", description = "What the caller has, by its If-None-Match, is still so")
    @APIResponse(
            responseCode = "200",
            description = "A release package of OCDS 1.1; its list is empty when nothing matches",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response releases(
            @BeanParam Paging page,
            @Parameter(description = "Only releases dated later than this, such as 2018-03-01T00:00:00Z")
                    @QueryParam("since")
                    @Nullable Instant since,
            @Parameter(description = "Only releases of this contracting process") @QueryParam("ocid") @Nullable String ocid,
            @Parameter(description = "Only releases with one of these tags, such as award") @QueryParam("tag")
                    List<String> tags,
            @Context UriInfo address,
            @Context Request request) {
        feed.settle();
        var filter = new Feed.Filter(Optional.ofNullable(ocid).map(Ocid::new), tags(tags), Optional.ofNullable(since));
        long after = page.after().map(cursor -> cursor.number(0)).orElse(0L);
        List<Told> found = feed.releases(filter, after, page.rows());
        boolean more = found.size() > page.limit();
        List<Told> shown = more ? found.subList(0, page.limit()) : found;
        String key = "releases " + more + shown.stream().map(Told::id).toList() + address.getRequestUri();
        return answer(request, key, A_MINUTE, () -> {
            URI next = more ? next(address, Cursor.at(shown.getLast().place())) : null;
            Instant latest = shown.stream()
                    .map(Told::date)
                    .max(Comparator.naturalOrder())
                    .orElseGet(clock::instant);
            return packages.releases(new Head(address.getRequestUri(), latest, next), shown);
        });
    }

    @GET
    @Path("releases/{id}")
    @Produces(Pages.JSON)
    @Operation(summary = "Read one release as a package", description = "The same for ever.")
    @APIResponse(responseCode = "304", description = "What the caller has, by its If-None-Match, is still so")
    @APIResponse(
            responseCode = "200",
            description = "A release package with one release",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "no-such-release")
    public Response release(@PathParam("id") String id, @Context UriInfo address, @Context Request request) {
        Told release = feed.release(id).orElseThrow(() -> new RefusedException(new NoSuchRelease(id)));
        return answer(
                request,
                "release " + id + address.getRequestUri(),
                A_YEAR,
                () -> packages.releases(new Head(address.getRequestUri(), release.date(), null), List.of(release)));
    }

    @GET
    @Path("records")
    @Produces(Pages.JSON)
    @Operation(
            summary = "Read records as a package",
            description =
                    "By ocid; each with its compiled release and links to its releases. The record of one process has the versioned release too.")
    @APIResponse(responseCode = "304", description = "What the caller has, by its If-None-Match, is still so")
    @APIResponse(
            responseCode = "200",
            description = "A record package of OCDS 1.1; its list is empty when nothing matches",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response records(
            @BeanParam Paging page,
            @Parameter(description = "Only records with a release dated later than this") @QueryParam("since") @Nullable Instant since,
            @Context UriInfo address,
            @Context Request request) {
        feed.settle();
        List<Compiled> found = feed.records(
                page.after().map(cursor -> new Ocid(cursor.text(0))), Optional.ofNullable(since), page.rows());
        boolean more = found.size() > page.limit();
        List<Compiled> shown = more ? found.subList(0, page.limit()) : found;
        String key = "records " + more
                + shown.stream().map(one -> one.ocid() + "/" + one.releases()).toList()
                + address.getRequestUri();
        return answer(request, key, A_MINUTE, () -> {
            URI next = more ? next(address, Cursor.at(shown.getLast().ocid())) : null;
            Instant latest = shown.stream()
                    .map(Compiled::lastAt)
                    .max(Comparator.naturalOrder())
                    .orElseGet(clock::instant);
            Map<Ocid, List<Told>> releases = feed
                    .heads(shown.stream().map(Compiled::ocid).toList())
                    .stream()
                    .collect(Collectors.groupingBy(Told::ocid));
            List<OpenRecord> records = shown.stream()
                    .map(one -> new OpenRecord(one, releases.getOrDefault(one.ocid(), List.of()), null))
                    .toList();
            return packages.records(new Head(address.getRequestUri(), latest, next), records, address.getBaseUri());
        });
    }

    @GET
    @Path("records/{ocid}")
    @Produces(Pages.JSON)
    @Operation(
            summary = "Read the record of one contracting process as a package",
            description =
                    "All its releases, what they add up to (compiledRelease), and every value that a field ever had (versionedRelease).")
    @APIResponse(responseCode = "304", description = "What the caller has, by its If-None-Match, is still so")
    @APIResponse(
            responseCode = "200",
            description = "A record package with one record",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "no-such-record")
    public Response record(
            @PathParam("ocid") String ocid,
            @Parameter(
                            description = "Whether its releases are in the record, or linked to",
                            schema =
                                    @Schema(
                                            enumeration = {"embedded", "linked"},
                                            defaultValue = "embedded"))
                    @QueryParam("releases")
                    @Nullable String releases,
            @Context UriInfo address,
            @Context Request request) {
        if (releases != null && !Set.of("embedded", "linked").contains(releases)) {
            throw ProblemException.parameter("releases", releases, "it must be embedded or linked");
        }
        feed.settle();
        Compiled compiled =
                feed.record(new Ocid(ocid)).orElseThrow(() -> new RefusedException(new NoSuchRecord(new Ocid(ocid))));
        String key = "record " + ocid + "/" + compiled.releases() + address.getRequestUri();
        return answer(
                request,
                key,
                A_MINUTE,
                () -> packages.records(
                        new Head(address.getRequestUri(), compiled.lastAt(), null),
                        List.of(new OpenRecord(
                                compiled,
                                feed.releases(compiled.ocid()),
                                Merging.versioned(feed.history(compiled.ocid())))),
                        "linked".equals(releases) ? address.getBaseUri() : null));
    }

    @GET
    @Path("releases.jsonl")
    @Produces(LINES)
    @Operation(
            summary = "Read all releases, one on each line",
            description = "In the order in which they were published; as large as everything that was ever published.")
    @APIResponse(
            responseCode = "200",
            description = "JSON lines",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response allReleases() {
        feed.settle();
        return file(bulk.releases(), LINES, "releases.jsonl");
    }

    @GET
    @Path("compiled-releases.jsonl")
    @Produces(LINES)
    @Operation(summary = "Read all compiled releases, one on each line", description = "By ocid.")
    @APIResponse(
            responseCode = "200",
            description = "JSON lines",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response allCompiled() {
        feed.settle();
        return file(bulk.compiled(), LINES, "compiled-releases.jsonl");
    }

    @GET
    @Path("tables.zip")
    @Produces(ARCHIVE)
    @Operation(
            summary = "Read all compiled releases as tables",
            description =
                    "An archive of CSV files for spreadsheets: main, parties, items, awards, contracts, transactions.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tables() {
        feed.settle();
        return file(bulk.tables(), ARCHIVE, "ocds-tables.zip");
    }

    private static Response file(Object body, String type, String name) {
        return Response.ok(body)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static URI next(UriInfo address, Cursor cursor) {
        return address.getRequestUriBuilder()
                .replaceQueryParam("after", cursor.wire())
                .build();
    }

    /** 304 for whoever has it already; everybody between may keep it for a while. */
    private static Response answer(Request request, String key, int seconds, Supplier<String> body) {
        var tag = new EntityTag(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
        var fresh = request.evaluatePreconditions(tag);
        if (fresh != null && fresh.build().getStatus() != Response.Status.NOT_MODIFIED.getStatusCode()) {
            throw ProblemException.parameter(
                    "If-Match", "", "what everybody reads has no version to insist on; send If-None-Match, or neither");
        }
        return (fresh == null ? Response.ok(body.get(), Pages.JSON) : fresh)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds)
                .build();
    }

    private static Set<Tag> tags(List<String> words) {
        Set<Tag> tags = EnumSet.noneOf(Tag.class);
        for (String word : words) {
            try {
                tags.add(Tag.ofWord(word));
            } catch (IllegalArgumentException e) {
                throw ProblemException.parameter("tag", word, "it must be a tag of the standard, such as award");
            }
        }
        return tags;
    }
}
