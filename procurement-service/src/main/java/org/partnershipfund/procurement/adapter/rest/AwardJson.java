package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.process.Award;
import org.partnershipfund.procurement.process.Award.NotResponsible;
import org.partnershipfund.procurement.process.Awarding;

/** What a process found, on the wire. */
@Schema(name = "Award")
public record AwardJson(
        UUID programId,
        String programName,
        UUID partnerId,
        String partnerName,

        @Schema(description = "This fund year, all schools") MoneyJson price,

        String justification,
        List<LeftOutJson> notResponsible,
        boolean asChosen,
        Instant awardedAt,

        @Schema(description = "Of a call-off: what is taken at which unit price")
        List<CalledJson> units) {

    /** Whose offer is left out. */
    @Schema(name = "NotResponsible", description = "By the program offered, or by the name of who answered")
    public record LeftOutJson(
            @Nullable UUID programId,

            @Size(max = 200) @Schema(description = "Instead of programId: as it stands in the offer") @Nullable String name,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reason) {

        public LeftOutJson {
            if (programId == null && (name == null || name.isBlank())) {
                throw new InvalidValueException("programId", "", "send programId, or name as it stands in the offer");
            }
        }
    }

    /** What a call-off takes of one item. */
    @Schema(name = "CallUnit")
    public record UnitJson(
            @NotBlank @Size(max = 50) @JsonProperty(required = true) @Schema(required = true, examples = "hour")
            String code,

            @Min(1) @Max(1_000_000_000) @JsonProperty(required = true) @Schema(required = true, examples = "400")
            long quantity) {}

    /** What a call-off took of one item, at the unit price of the framework award. */
    @Schema(name = "CalledUnit")
    public record CalledJson(String code, String unit, long quantity, MoneyJson unitPrice) {}

    /** What it takes to award. */
    @Schema(name = "AwardProcess")
    public record ToAward(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true) @Schema(required = true)
            String justification,

            @Valid @Size(max = 100) @Nullable List<LeftOutJson> notResponsible,

            @Valid @Size(max = 100) @Schema(description = "Of a call-off only: how much is taken of the framework award's items")
            @Nullable List<UnitJson> units) {

        Map<String, Long> quantities() {
            Map<String, Long> quantities = new LinkedHashMap<>();
            if (units != null) {
                for (UnitJson unit : units) {
                    if (quantities.put(unit.code(), unit.quantity()) != null) {
                        throw new InvalidValueException("units", unit.code(), "name each code once");
                    }
                }
            }
            return quantities;
        }

        Awarding awarding() {
            return new Awarding(
                    programId,
                    justification,
                    notResponsible == null
                            ? List.of()
                            : notResponsible.stream()
                                    .map(one -> new NotResponsible(one.programId(), one.name(), one.reason()))
                                    .toList());
        }
    }

    static AwardJson of(Award award) {
        return new AwardJson(
                award.program().id(),
                award.program().name(),
                award.program().partner(),
                award.program().partnerName(),
                MoneyJson.of(award.price()),
                award.justification(),
                award.notResponsible().stream()
                        .map(one -> new LeftOutJson(one.program(), one.name(), one.reason()))
                        .toList(),
                award.asChosen(),
                award.at(),
                award.units().stream()
                        .map(one ->
                                new CalledJson(one.code(), one.unit(), one.quantity(), MoneyJson.of(one.unitPrice())))
                        .toList());
    }
}
