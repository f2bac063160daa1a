package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.usecase.NameAssociate.Asked;

/** Somebody who attends a council and has no vote, on the wire. */
@Schema(name = "CouncilAssociate")
public record AssociateJson(
        UUID id,
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "Harbor Youth Alliance") String organisation,

        @Schema(examples = "A. Example", description = "Personal data: for the school's people and the offices")
        String name,

        @Nullable PersonJson person,
        @Schema(examples = "2017-10-15") LocalDate from,
        @Nullable LocalDate until) {

    /** Who is named. */
    @Schema(name = "NameAssociate")
    public record ToName(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Harbor Youth Alliance")
            String organisation,

            @NotBlank @Size(max = 200) @JsonProperty(required = true) @Schema(required = true, examples = "A. Example")
            String name,

            @Valid @Schema(description = "If the district's OpenID provider knows them") @Nullable PersonJson person,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-10-15")
            LocalDate from,

            @Schema(description = "The last day; absent until further notice") @Nullable LocalDate until) {

        Asked asked() {
            return new Asked(
                    organisation,
                    name,
                    Optional.ofNullable(person).map(PersonJson::person),
                    from,
                    Optional.ofNullable(until));
        }
    }

    /** The last day. */
    @Schema(name = "EndAssociate")
    public record ToEnd(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-06-30")
            LocalDate until) {}

    static AssociateJson of(Associate associate) {
        return new AssociateJson(
                associate.id().value(),
                associate.school().value(),
                associate.organisation(),
                associate.name(),
                associate.person().map(PersonJson::of).orElse(null),
                associate.from(),
                associate.until().orElse(null));
    }
}
