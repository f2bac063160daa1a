package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Funding;
import org.partnershipfund.portfolio.catalogue.ListedPartnership;
import org.partnershipfund.portfolio.catalogue.Partnership;
import org.partnershipfund.portfolio.catalogue.Partnership.Agreement;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.catalogue.Partnership.Source;
import org.partnershipfund.portfolio.catalogue.Partnership.Verdict;
import org.partnershipfund.portfolio.catalogue.Rating;
import org.partnershipfund.portfolio.program.ProgramId;

/** A partnership on the wire: public, of organisations and schools only. */
@Schema(name = "Partnership")
public record PartnershipJson(
        UUID id,
        UUID programId,
        @Schema(examples = "Harbor Homework Club") String programName,
        @Schema(examples = "afterschool-and-recreation") String serviceArea,
        UUID partnerId,
        @Schema(examples = "Harbor Youth Alliance") String partnerName,
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "Michael J Perkins") String schoolName,
        @Schema(examples = "2019") int fiscalYear,

        @Schema(enumeration = {"partnership-fund", "school-budget", "other", "no-cost"})
        String funding,

        @Schema(examples = "60", description = "Absent if nobody said, or fewPupils") @Nullable Integer pupils,

        @Schema(
                description =
                        "Whether it serves one to nine pupils; how many, see only who speaks for it and the district's offices")
        boolean fewPupils,

        List<SessionJson> schedule,

        @Schema(description = "Whether a signed agreement of school and partner is on file")
        boolean agreementOnFile,

        @Schema(description = "The contracts of the Partnership Fund that pay for it")
        List<UUID> contractIds,

        @Schema(description = "Whether the school verified that it took place")
        boolean verified,

        @Schema(examples = "meets", description = "What the school found") @Nullable String rating,

        @Nullable LocalDate verifiedOn,

        @Schema(description = "The file by which it came; absent for others") @Nullable String source,

        @Schema(description = "Whether it is made up to show how things work")
        boolean illustrative,

        Instant registeredAt) {

    /** The agreement on file, as its parties name it. */
    @Schema(name = "PartnershipAgreement")
    public record AgreementJson(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "MOU 2018-117")
            String reference,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-07-02")
            LocalDate signedOn) {}

    /** What school or partner say of it. */
    @Schema(name = "PartnershipDetails")
    public record AskedDetails(
            @NotNull @Pattern(regexp = Funding.WORDS, message = "it must be one of " + Funding.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"partnership-fund", "school-budget", "other", "no-cost"})
            String funding,

            @Min(0) @Max(100_000) @Schema(examples = "60", description = "Pupils served in the year") @Nullable Integer pupils,

            @Size(max = 50) @Schema(description = "Its usual week at this school") @Nullable List<@NotNull @Valid SessionJson> schedule,

            @Valid @Schema(description = "The signed agreement on file") @Nullable AgreementJson agreement) {

        Details details() {
            return new Details(
                    Funding.of(funding),
                    Optional.ofNullable(pupils),
                    schedule == null
                            ? List.of()
                            : schedule.stream().map(SessionJson::session).toList(),
                    Optional.ofNullable(agreement).map(said -> new Agreement(said.reference(), said.signedOn())));
        }
    }

    /** What it takes to register a partnership. */
    @Schema(name = "RegisterPartnership")
    public record ToRegister(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotNull @Pattern(regexp = "[0-9]{8}", message = "it must be eight digits, such as 00350231") @JsonProperty(required = true)
            @Schema(required = true, examples = "00350231")
            String schoolCode,

            @Min(2000) @Max(2199) @JsonProperty(required = true) @Schema(required = true, examples = "2019")
            int fiscalYear,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            AskedDetails details) {

        ProgramId program() {
            return new ProgramId(programId);
        }

        SchoolCode school() {
            return new SchoolCode(schoolCode);
        }

        FiscalYear year() {
            return new FiscalYear(fiscalYear);
        }
    }

    /** What the school found. */
    @Schema(name = "PartnershipVerdict")
    public record AskedVerdict(
            @NotNull @Pattern(regexp = Rating.WORDS, message = "it must be one of " + Rating.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"exceeds", "meets", "falls-short"})
            String rating) {}

    /**
     * A partnership by itself.
     *
     * @param agreement absent, unless the caller speaks for school or partner, or looks for the district
     */
    @Schema(name = "FullPartnership")
    public record Full(
            @JsonUnwrapped PartnershipJson partnership,
            @Nullable AgreementJson agreement) {}

    /** As everybody sees it. */
    static PartnershipJson of(ListedPartnership listed) {
        return of(listed, false);
    }

    private static PartnershipJson of(ListedPartnership listed, boolean inside) {
        Partnership partnership = listed.partnership().value();
        Details details = partnership.details();
        return new PartnershipJson(
                partnership.id().value(),
                partnership.program().value(),
                listed.programName(),
                listed.area().word(),
                listed.partner().value(),
                listed.partnerName(),
                partnership.school().value(),
                listed.schoolName(),
                partnership.year().endYear(),
                details.funding().word(),
                details.pupils().filter(_ -> inside || !details.hasFewPupils()).orElse(null),
                details.hasFewPupils(),
                details.schedule().stream().map(SessionJson::of).toList(),
                details.agreement().isPresent(),
                partnership.contracts(),
                partnership.verdict().isPresent(),
                partnership.verdict().map(Verdict::rating).map(Rating::word).orElse(null),
                partnership.verdict().map(Verdict::on).orElse(null),
                partnership.source().map(Source::text).orElse(null),
                partnership.source().map(Source::illustrative).orElse(false),
                partnership.registeredAt());
    }

    static Full full(ListedPartnership listed, boolean inside) {
        return new Full(
                of(listed, inside),
                inside
                        ? listed.partnership()
                                .value()
                                .details()
                                .agreement()
                                .map(agreement -> new AgreementJson(agreement.reference(), agreement.signedOn()))
                                .orElse(null)
                        : null);
    }
}
