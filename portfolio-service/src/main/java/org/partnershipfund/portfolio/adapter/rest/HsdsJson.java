package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The objects of HSDS 3.0 as far as the catalogue has them; names and shapes are Open Referral's. */
public final class HsdsJson {

    private HsdsJson() {}

    /** About this API. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsAbout")
    public record About(@Schema(examples = "3.0") String version, String profile, String openapiUrl) {}

    /** A page by number. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsPage")
    public record PageOf<T>(
            long totalItems,
            long totalPages,
            long pageNumber,
            int size,
            boolean firstPage,
            boolean lastPage,
            boolean empty,
            List<T> contents) {}

    /** A partner. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsOrganization")
    public record Organization(
            UUID id,
            String name,
            String description,
            @Nullable List<Service> services) {}

    /** A program. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsService")
    public record Service(
            UUID id,
            UUID organizationId,
            String name,
            String description,
            String status,
            String feesDescription,
            String eligibilityDescription,
            @Nullable Integer minimumAge,
            @Nullable Integer maximumAge,
            Instant lastModified,
            Organization organization,
            @Nullable List<Schedule> schedules,
            @Nullable List<Language> languages,
            @Nullable List<CostOption> costOptions,
            @Nullable List<Attribute> attributes,
            @Nullable List<ServiceAtLocation> serviceAtLocations) {}

    /** A service when only what changed is asked for. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsMinimalService")
    public record MinimalService(UUID id, Instant modifiedDate) {}

    /** A session of each week. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsSchedule")
    public record Schedule(
            UUID id,
            String freq,
            int interval,
            String byday,
            String opensAt,
            String closesAt,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A language in which a service is given. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsLanguage")
    public record Language(UUID id, UUID serviceId, String name, String code) {}

    /** A price from a day on. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsCostOption")
    public record CostOption(
            UUID id,
            UUID serviceId,
            LocalDate validFrom,
            String option,
            String currency,
            BigDecimal amount,
            String amountDescription) {}

    /** That a service is of a term. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsAttribute")
    public record Attribute(
            UUID id,
            UUID linkId,
            UUID taxonomyTermId,
            String linkType,
            String linkEntity,
            String value,
            TaxonomyTerm taxonomyTerm) {}

    /** A set of terms. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsTaxonomy")
    public record Taxonomy(UUID id, String name, String description, String version) {}

    /** A term. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsTaxonomyTerm")
    public record TaxonomyTerm(
            UUID id,
            String code,
            String name,
            String description,
            @Nullable UUID parentId,
            String taxonomy,
            Taxonomy taxonomyDetail,
            String language,
            UUID taxonomyId) {}

    /** A school. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsLocation")
    public record Location(
            UUID id,
            String locationType,
            String name,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            String externalIdentifier,
            String externalIdentifierType) {}

    /** A partnership: a program at a school. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "HsdsServiceAtLocation")
    public record ServiceAtLocation(
            UUID id,
            UUID serviceId,
            UUID locationId,
            String description,
            Location location,
            @Nullable Service service,
            @Nullable List<Schedule> schedules) {}
}
