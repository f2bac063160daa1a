package org.partnershipfund.foundation.monitor;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/**
 * The door to the event monitor. The page holds nothing and may nothing by itself: all it shows it asks of the
 * services' own doors with the operator's token.
 */
@Path("/monitor")
@Tag(name = "Event monitor")
public class MonitorResource {

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("monitor.css", "text/css;charset=UTF-8"),
            Map.entry("monitor.js", "text/javascript;charset=UTF-8"),
            Map.entry("doors.js", "text/javascript;charset=UTF-8"),
            Map.entry("elements.js", "text/javascript;charset=UTF-8"),
            Map.entry("journey.js", "text/javascript;charset=UTF-8"),
            Map.entry("letters.js", "text/javascript;charset=UTF-8"),
            Map.entry("live.js", "text/javascript;charset=UTF-8"),
            Map.entry("sign-in.js", "text/javascript;charset=UTF-8"),
            Map.entry("stream.js", "text/javascript;charset=UTF-8"),
            Map.entry("streams.js", "text/javascript;charset=UTF-8"),
            Map.entry("icon.svg", "image/svg+xml"));

    private final MonitorSettings settings;
    private final String service;

    @Inject
    MonitorResource(MonitorSettings settings, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.settings = settings;
        this.service = service;
    }

    /**
     * What the page must know.
     *
     * @param servedBy the service that served it
     * @param services where each service is, by its word
     * @param issuer at whom to sign in; absent where tokens are pasted
     * @param types every type of event that there is
     */
    @Schema(name = "MonitorConfiguration")
    public record ConfigurationJson(
            @Schema(examples = "allocation-service") String servedBy,
            Map<String, URI> services,
            @Nullable URI issuer,
            @Nullable String client,
            List<TypeJson> types) {
        public ConfigurationJson {
            services = Map.copyOf(services);
            types = List.copyOf(types);
        }
    }

    /** One type of event. */
    @Schema(name = "MonitorEventType")
    public record TypeJson(
            @Schema(examples = "org.partnershipfund.allocation.AllocationPublished.v1")
            String type,

            @Schema(examples = "AllocationPublished") String name,
            @Schema(examples = "allocation") String service,
            String summary) {}

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "The event monitor, a page for operators",
            description =
                    "Shows nothing before somebody signs in; everything in it comes from the services' own doors with that person's token.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "not-found: this installation shows no monitor here")
    public Response page() {
        return file("index.html", MediaType.TEXT_HTML + ";charset=UTF-8", addresses());
    }

    @GET
    @Path("configuration")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Where the event monitor finds the services and the sign-in")
    @APIResponse(responseCode = "200", description = "Addresses and types of events; nothing secret")
    @APIResponse(responseCode = "404", description = "not-found: this installation shows no monitor here")
    public ConfigurationJson configuration() {
        var types = Events.ALL.stream()
                .map(one -> new TypeJson(one.type(), one.name(), one.speaker().word(), one.summary()))
                .toList();
        return new ConfigurationJson(
                service,
                addresses(),
                settings.issuer().orElse(null),
                settings.client().orElse(null),
                types);
    }

    @GET
    @Path("{file}")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A part of the event monitor")
    @APIResponse(
            responseCode = "200",
            description = "A script, a style sheet or a picture",
            content = @Content(mediaType = "*/*", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response part(@PathParam("file") String file) {
        var type = FILES.get(file);
        if (type == null) {
            throw ProblemException.of(StandardProblem.NOT_FOUND, "The event monitor has no such part.");
        }
        return file(file, type, addresses());
    }

    private Response file(String name, String type, Map<String, URI> services) {
        try (InputStream in = MonitorResource.class.getResourceAsStream("/monitor/" + name)) {
            if (in == null) {
                throw new IllegalStateException("monitor/%s is not in the jar".formatted(name));
            }
            return Response.ok(in.readAllBytes(), type)
                    .header("Content-Security-Policy", policy(services))
                    .header("Cross-Origin-Opener-Policy", "same-origin")
                    .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (Speaker speaker : Speaker.values()) {
            address(speaker).ifPresent(address -> addresses.put(speaker.word(), address));
        }
        if (addresses.size() < Speaker.values().length) {
            throw ProblemException.of(StandardProblem.NOT_FOUND, "This installation shows no event monitor here.");
        }
        return addresses;
    }

    private Optional<URI> address(Speaker speaker) {
        return switch (speaker) {
            case ALLOCATION -> settings.allocation();
            case PORTFOLIO -> settings.portfolio();
            case APPROVAL -> settings.approval();
            case PROCUREMENT -> settings.procurement();
        };
    }

    /** Only our own files run, and they talk to nobody but the four services and the provider; no text becomes code. */
    private String policy(Map<String, URI> services) {
        Set<String> origins = new LinkedHashSet<>();
        services.values().forEach(address -> origins.add(origin(address)));
        settings.issuer().ifPresent(issuer -> origins.add(origin(issuer)));
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' "
                + String.join(" ", origins)
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
