package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.Site;

/** Where a program takes place besides the schools that choose it, on the wire. */
@Schema(name = "Site")
public record SiteJson(
        @NotBlank @Size(max = Site.LONGEST_NAME) @Pattern(regexp = "\\P{Cntrl}*", message = "it must have no control characters") @JsonProperty(required = true)
        @Schema(required = true, examples = "Harbor House")
        String name,

        @NotBlank @Size(max = Site.LONGEST_NEIGHBORHOOD) @Pattern(regexp = "\\P{Cntrl}*", message = "it must have no control characters") @JsonProperty(required = true)
        @Schema(required = true, examples = "Dorchester", description = "As the district names its parts")
        String neighborhood,

        @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6) @Schema(examples = "42.315312", description = "With longitude, or neither")
        @Nullable BigDecimal latitude,

        @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6) @Schema(examples = "-71.061544")
        @Nullable BigDecimal longitude) {

    public SiteJson {
        if ((latitude == null) != (longitude == null)) {
            throw new InvalidValueException(
                    "longitude", String.valueOf(longitude), "latitude and longitude go together; give both or neither");
        }
    }

    static SiteJson of(Site site) {
        return new SiteJson(
                site.name(),
                site.neighborhood(),
                site.point().map(Point::latitude).orElse(null),
                site.point().map(Point::longitude).orElse(null));
    }

    Site site() {
        return new Site(
                name.strip(),
                neighborhood.strip(),
                latitude == null || longitude == null ? Optional.empty() : Optional.of(new Point(latitude, longitude)));
    }

    /** As one cell of a table. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(name, neighborhood);
    }
}
