package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.clearance.Clearance;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.clearance.ClearanceStatus;

/**
 * A clearance on the wire: how it stands and until when, never the record behind it.
 *
 * @param expiresOn absent if it is not cleared, or never ends
 */
@Schema(name = "Clearance")
public record ClearanceJson(
        UUID id,
        UUID partnerId,

        @Schema(enumeration = {"liability-insurance", "background-checks", "tax-status"})
        String kind,

        @Schema(enumeration = {"cleared", "pending", "not-cleared"})
        String status,

        @Schema(examples = "2019-06-30", description = "The last day that counts") @Nullable LocalDate expiresOn,

        @Schema(examples = "true", description = "Whether it clears the organisation today")
        boolean inForce,

        Instant recordedAt) {

    /** What was found. */
    @Schema(name = "RecordClearance")
    public record ToRecord(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID partnerId,

            @NotNull @Pattern(regexp = ClearanceKind.WORDS, message = "it must be one of " + ClearanceKind.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"liability-insurance", "background-checks", "tax-status"})
            String kind,

            @NotNull @Pattern(regexp = ClearanceStatus.WORDS, message = "it must be one of " + ClearanceStatus.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"cleared", "pending", "not-cleared"})
            String status,

            @Schema(examples = "2019-06-30", description = "With what is cleared; tax-status may go without") @Nullable LocalDate expiresOn) {

        Optional<LocalDate> lastDay() {
            return Optional.ofNullable(expiresOn);
        }
    }

    static ClearanceJson of(Clearance clearance, LocalDate today) {
        return new ClearanceJson(
                clearance.id().value(),
                clearance.partner().value(),
                clearance.kind().word(),
                clearance.status().word(),
                clearance.expiresOn().orElse(null),
                clearance.isInForceOn(today),
                clearance.at());
    }
}
