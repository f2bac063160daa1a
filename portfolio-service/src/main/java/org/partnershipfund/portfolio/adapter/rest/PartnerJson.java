package org.partnershipfund.portfolio.adapter.rest;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.partner.Lookalike;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.TaxId;

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
     * @param contactEmail absent, as tax id, members and lookalikes are, unless the caller is one of them or of the partnerships team
     */
    @Schema(name = "FullPartner")
    public record Full(
            @JsonUnwrapped PartnerJson partner,
            Instant registeredAt,

            @Schema(examples = "office@harbor-youth.example", description = "For its members and the partnerships team")
            @Nullable String contactEmail,

            @Schema(examples = "04-1234567", description = "For its members and the partnerships team") @Nullable String taxId,

            @Schema(description = "For its members and the partnerships team") @Nullable List<PersonJson> members,

            @Schema(
                    description =
                            "For its members and the partnerships team: other partners that may be the same organisation, at most ten")
            @Nullable List<LookalikeJson> lookalikes) {

        /** For everybody. */
        static Full ofPublic(Partner partner) {
            return new Full(PartnerJson.of(partner.title()), partner.registeredAt(), null, null, null, null);
        }

        /** For its members and the offices. */
        static Full of(Partner partner, List<Lookalike> lookalikes, boolean withTaxIds) {
            return new Full(
                    PartnerJson.of(partner.title()),
                    partner.registeredAt(),
                    partner.contactEmail().orElse(null),
                    partner.taxId().map(TaxId::written).orElse(null),
                    partner.members().stream().map(PersonJson::of).toList(),
                    lookalikes.stream()
                            .map(other -> LookalikeJson.of(other, withTaxIds))
                            .toList());
        }
    }

    /** Another partner that may be the same organisation. */
    @Schema(name = "Lookalike")
    public record LookalikeJson(
            PartnerJson partner,

            @Schema(
                    description =
                            "Whether both gave the same tax id; for the partnerships team and the records auditor")
            @Nullable Boolean sameTaxId,

            @Schema(
                    examples = "72",
                    minimum = "0",
                    maximum = "100",
                    description = "How alike the names are: of a hundred trigrams, how many they share")
            int likeness,

            String sentence) {

        static LookalikeJson of(Lookalike lookalike, boolean withTaxIds) {
            return new LookalikeJson(
                    PartnerJson.of(lookalike.partner()),
                    withTaxIds ? lookalike.sameTaxId() : null,
                    lookalike.likeness(),
                    lookalike.sentence(withTaxIds));
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
            @Nullable String contactEmail,

            @Pattern(regexp = TaxId.WRITTEN, message = TaxId.EXPECTED) @Schema(
                    examples = "04-1234567",
                    description =
                            "Employer identification number, never a social security number; for the partner and the district's offices only")
            @Nullable String taxId) {

        Partner.Registration registration() {
            return new Partner.Registration(
                    name.strip(),
                    PartnerKind.of(kind),
                    Optional.ofNullable(contactEmail),
                    Optional.ofNullable(taxId).map(TaxId::of));
        }
    }

    /** How a partner is reached, and by which number it is known. */
    @Schema(name = "PartnerContact")
    public record Contact(
            @Email @Size(max = 254) @Schema(examples = "office@harbor-youth.example", description = "Where the district writes to")
            @Nullable String contactEmail,

            @Pattern(regexp = TaxId.WRITTEN, message = TaxId.EXPECTED) @Schema(
                    examples = "04-1234567",
                    description = "Employer identification number, never a social security number")
            @Nullable String taxId) {

        Optional<String> email() {
            return Optional.ofNullable(contactEmail);
        }

        Optional<TaxId> number() {
            return Optional.ofNullable(taxId).map(TaxId::of);
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
