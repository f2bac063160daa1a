package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.Vetting;

/**
 * A program on the wire.
 *
 * @param priceSheet the newest, whose first day may come; the older ones are behind their own door
 * @param vetting absent unless the program is on the menu today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
                    vetting.application(), vetting.cycle(), vetting.category().word(), vetting.from(), vetting.until());
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

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            PriceSheetJson.Asked priceSheet) {

        Program.Description asDescription() {
            return new Program.Description(
                    name.strip(),
                    ServiceArea.of(serviceArea),
                    description,
                    grades.stream().map(Grade::of).toList(),
                    capacity);
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
                PriceSheetJson.of(program.latestSheet()),
                program.registeredAt(),
                offered.vetting().map(VettingJson::of).orElse(null));
    }
}
