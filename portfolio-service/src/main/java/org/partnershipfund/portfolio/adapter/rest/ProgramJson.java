package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.program.Delivery;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;
import org.partnershipfund.portfolio.program.Vetting;

/**
 * A program on the wire.
 *
 * @param priceSheet the newest, whose first day may come; the older ones are behind their own door
 * @param vetting absent unless the program is on the menu today
 */
@Schema(name = "Program")
public record ProgramJson(
        UUID id,
        UUID partnerId,
        @Schema(examples = "Harbor Youth Alliance") String partnerName,
        @Schema(examples = "Harbor Homework Club") String name,

        @Schema(
                enumeration = {
                    "academic",
                    "college-and-career",
                    "health-and-wellness",
                    "parents-and-family",
                    "resource-and-capacity",
                    "afterschool-and-recreation"
                })
        String serviceArea,

        String description,
        @Schema(examples = "[\"K\", \"1\", \"2\"]") List<String> grades,
        @Schema(examples = "400") int capacity,

        @Schema(examples = "[\"enrichment\"]", description = "What exactly it does within its service area")
        List<String> terms,

        @Schema(examples = "[\"en\", \"es\"]") List<String> languages,
        List<SessionJson> schedule,
        List<SiteJson> sites,

        @Schema(examples = "15", description = "At most so many pupils to one adult") @Nullable Integer pupilsPerAdult,

        PriceSheetJson priceSheet,
        Instant registeredAt,
        @Nullable VettingJson vetting) {

    /** That a program is on the menu. */
    @Schema(name = "Vetting")
    public record VettingJson(
            UUID applicationId,
            UUID cycleId,
            @Schema(examples = "afterschool-and-recreation") String category,
            @Schema(examples = "2017-11-01") LocalDate validFrom,

            @Schema(examples = "2019-06-30", description = "The last day that counts")
            LocalDate validUntil) {

        static VettingJson of(Vetting vetting) {
            return new VettingJson(
                    vetting.application(), vetting.cycle(), vetting.category(), vetting.from(), vetting.until());
        }
    }

    /** What it takes to register a program, or to change it: all of it. */
    @Schema(name = "AskedProgram")
    public record Asked(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Harbor Homework Club",
                    description = "Unique among the partner's programs")
            String name,

            @NotNull @Pattern(regexp = ServiceArea.WORDS, message = "it must be one of " + ServiceArea.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "afterschool-and-recreation",
                    description = "Never another one: a program of another area is another program")
            String serviceArea,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Homework help and games, five afternoons a week")
            String description,

            @NotEmpty @Size(max = 14) @JsonProperty(required = true)
            @Schema(required = true, examples = "[\"K\", \"1\", \"2\"]", description = "PK, K, 1 to 12")
            List<@NotNull @Pattern(regexp = Grade.WORDS, message = "it must be PK, K or 1 to 12") String> grades,

            @Min(1) @Max(1_000_000) @JsonProperty(required = true)
            @Schema(required = true, examples = "400", description = "Pupils per fiscal year over all schools")
            int capacity,

            @Size(max = 20) @Schema(
                    examples = "[\"enrichment\"]",
                    description = "What exactly it does within its service area: " + SubTerm.WORDS)
            @Nullable List<@NotNull @Pattern(regexp = SubTerm.WORDS, message = "it must be one of " + SubTerm.WORDS) String>
                    terms,

            @Size(max = 40) @Schema(examples = "[\"en\", \"es\"]", description = "In which languages it is given: codes of ISO 639")
            @Nullable List<
                            @NotNull @Pattern(
                                    regexp = "[a-z]{2,3}",
                                    message = "it must be a code of ISO 639, such as en, es or kea")
                            String>
                    languages,

            @Size(max = 50) @Schema(description = "Its usual week") @Nullable List<@NotNull @Valid SessionJson> schedule,

            @Size(max = 200) @Schema(description = "Where it takes place besides the schools that choose it") @Nullable List<@NotNull @Valid SiteJson> sites,

            @Min(1) @Max(1_000) @Schema(examples = "15", description = "At most so many pupils to one adult") @Nullable Integer pupilsPerAdult,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            PriceSheetJson.Asked priceSheet) {

        Program.Description asDescription() {
            return new Program.Description(
                    name.strip(),
                    ServiceArea.of(serviceArea),
                    description,
                    grades.stream().map(Grade::of).toList(),
                    capacity,
                    new Delivery(
                            said(terms).map(SubTerm::of).toList(),
                            said(languages).toList(),
                            said(schedule).map(SessionJson::session).toList(),
                            said(sites).map(SiteJson::site).toList(),
                            Optional.ofNullable(pupilsPerAdult)));
        }

        private static <T> Stream<T> said(@Nullable List<T> some) {
            return some == null ? Stream.of() : some.stream();
        }
    }

    static ProgramJson of(OfferedProgram offered) {
        Program program = offered.program().value();
        return new ProgramJson(
                program.id().value(),
                program.partner().value(),
                offered.partner().name(),
                program.description().name(),
                program.description().area().word(),
                program.description().text(),
                program.description().grades().stream().map(Grade::word).toList(),
                program.description().capacity(),
                program.description().delivery().terms().stream()
                        .map(SubTerm::word)
                        .toList(),
                program.description().delivery().languages(),
                program.description().delivery().schedule().stream()
                        .map(SessionJson::of)
                        .toList(),
                program.description().delivery().sites().stream()
                        .map(SiteJson::of)
                        .toList(),
                program.description().delivery().pupilsPerAdult().orElse(null),
                PriceSheetJson.of(program.latestSheet()),
                program.registeredAt(),
                offered.vetting().map(VettingJson::of).orElse(null));
    }
}
