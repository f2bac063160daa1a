package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.supervision.Absence;
import org.partnershipfund.approval.supervision.Delegation;
import org.partnershipfund.approval.usecase.DelegateStep;
import org.partnershipfund.kernel.SchoolCode;

/** A delegation on the wire. */
@Schema(name = "Delegation")
public record DelegationJson(
        UUID id,
        PersonJson delegator,
        PersonJson delegate,
        @Schema(examples = "superintendent") String step,

        @Schema(description = "Absent for all schools of the delegator") @Nullable List<String> schoolCodes,

        @Schema(examples = "2018-01-15") LocalDate from,
        @Schema(examples = "2018-01-26") LocalDate until,
        String reason,
        Instant delegatedAt,
        @Nullable PersonJson revokedBy,
        @Nullable Instant revokedAt) {

    /** What it takes to delegate. */
    @Schema(name = "DelegateStep")
    public record ToDelegate(
            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            PersonJson delegate,

            @NotNull @Pattern(regexp = StagesJson.WORDS, message = "it must be one of " + StagesJson.WORDS) @JsonProperty(required = true)
            @Schema(required = true, examples = "superintendent")
            String step,

            @Size(min = 1, max = 200) @Schema(description = "Only these; absent for all of yours", examples = "[\"00350231\"]")
            @Nullable List<@NotNull @Pattern(regexp = "[0-9]{8}", message = "it must be eight digits, such as 00350231") String>
                    schoolCodes,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-01-15")
            LocalDate from,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2018-01-26", description = "The last day")
            LocalDate until,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(required = true, examples = "On leave; the network's schools decide in January.")
            String reason) {

        DelegateStep.Asked asked() {
            return new DelegateStep.Asked(
                    delegate.person(),
                    Words.constant(Step.values(), Step::word, step),
                    Optional.ofNullable(schoolCodes)
                            .map(codes -> codes.stream().map(SchoolCode::new).collect(Collectors.toUnmodifiableSet())),
                    from,
                    until,
                    reason);
        }
    }

    /** An absence on the wire. */
    @Schema(name = "Absence")
    public record AbsenceJson(
            UUID id, PersonJson person, LocalDate from, LocalDate until, PersonJson declaredBy, Instant declaredAt) {

        static AbsenceJson of(Absence absence) {
            return new AbsenceJson(
                    absence.id(),
                    PersonJson.of(absence.person()),
                    absence.from(),
                    absence.until(),
                    PersonJson.of(absence.declaredBy()),
                    absence.at());
        }
    }

    /** What it takes to declare an absence. */
    @Schema(name = "DeclareAbsence")
    public record ToDeclare(
            @Valid @Schema(description = "Who is away; absent for yourself. Others only by the partnerships team")
            @Nullable PersonJson person,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-01-15")
            LocalDate from,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2018-01-26", description = "The last day")
            LocalDate until) {}

    /** What it takes to give a waiting step to another supervisor. */
    @Schema(name = "ReassignStep")
    public record ToReassign(
            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            PersonJson supervisor,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(required = true, examples = "The superintendent of Network C is on leave until 26 January.")
            String reason) {}

    static DelegationJson of(Delegation delegation) {
        return new DelegationJson(
                delegation.id().value(),
                PersonJson.of(delegation.delegator()),
                PersonJson.of(delegation.delegate()),
                delegation.step().word(),
                delegation
                        .schools()
                        .map(only ->
                                only.stream().map(SchoolCode::value).sorted().toList())
                        .orElse(null),
                delegation.from(),
                delegation.until(),
                delegation.reason(),
                delegation.at(),
                delegation
                        .revoked()
                        .map(Delegation.Revocation::by)
                        .map(PersonJson::of)
                        .orElse(null),
                delegation.revoked().map(Delegation.Revocation::at).orElse(null));
    }
}
