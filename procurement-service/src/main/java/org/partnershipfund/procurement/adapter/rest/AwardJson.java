package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
        Instant awardedAt) {

    /** Whose offer is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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

    /** What it takes to award. */
    @Schema(name = "AwardProcess")
    public record ToAward(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true) @Schema(required = true)
            String justification,

            @Valid @Size(max = 100) @Nullable List<LeftOutJson> notResponsible) {

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
                award.at());
    }
}
