package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.partner.Person;

/** What everybody may know of a partner, on the wire. */
@Schema(name = "Partner")
public record PartnerJson(
        UUID id,
        @Schema(examples = "Harbor Youth Alliance") String name,

        @Schema(
                enumeration = {
                    "community-based-organization",
                    "college-or-university",
                    "business",
                    "hospital",
                    "government-agency",
                    "cultural-institution",
                    "nonprofit",
                    "faith-based"
                })
        String kind) {

    /**
     * A partner by itself.
     *
     * @param contactEmail absent, as the members are, unless the caller is one of them or of the partnerships team
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FullPartner")
    public record Full(
            @JsonUnwrapped PartnerJson partner,
            Instant registeredAt,

            @Schema(examples = "office@harbor-youth.example", description = "For its members and the partnerships team")
            @Nullable String contactEmail,

            @Schema(description = "For its members and the partnerships team") @Nullable List<PersonJson> members) {

        static Full of(Partner partner, boolean inside) {
            return new Full(
                    PartnerJson.of(partner.title()),
                    partner.registeredAt(),
                    inside ? partner.contactEmail().orElse(null) : null,
                    inside ? partner.members().stream().map(PersonJson::of).toList() : null);
        }
    }

    /** What it takes to register a partner. */
    @Schema(name = "RegisterPartner")
    public record ToRegister(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Harbor Youth Alliance", description = "Unique in the district")
            String name,

            @NotNull @Pattern(regexp = PartnerKind.WORDS, message = "it must be one of " + PartnerKind.WORDS) @JsonProperty(required = true)
            @Schema(required = true, examples = "nonprofit")
            String kind,

            @Email @Size(max = 254) @Schema(examples = "office@harbor-youth.example", description = "Where the district writes to")
            @Nullable String contactEmail) {

        PartnerKind asKind() {
            return PartnerKind.of(kind);
        }
    }

    /** Who acts for a partner from now on. */
    @Schema(name = "PartnerMembers")
    public record Members(
            @NotEmpty @Size(max = 200) @JsonProperty(required = true) @Schema(required = true)
            List<@NotNull @Valid PersonJson> members) {

        List<Person> people() {
            return members.stream().map(PersonJson::person).toList();
        }
    }

    static PartnerJson of(Partner.Title partner) {
        return new PartnerJson(
                partner.id().value(), partner.name(), partner.kind().word());
    }
}
