package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.supervision.Assignment;
import org.partnershipfund.kernel.SchoolCode;

/** A supervisor's assignment on the wire. */
@Schema(name = "SupervisorAssignment")
public record AssignmentJson(
        UUID id,
        PersonJson supervisor,
        @Schema(examples = "Network C") String network,
        List<String> schoolCodes,
        @Schema(examples = "2017-07-01") LocalDate from,
        @Nullable LocalDate until) {

    /** What it takes to assign a supervisor. */
    @Schema(name = "AssignSupervisor")
    public record ToAssign(
            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            PersonJson supervisor,

            @NotBlank @Size(max = 200) @JsonProperty(required = true) @Schema(required = true, examples = "Network C")
            String network,

            @NotNull @Size(min = 1, max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "[\"00350231\"]")
            List<@NotNull @Pattern(regexp = "[0-9]{8}", message = "it must be eight digits, such as 00350231") String>
                    schoolCodes,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-07-01")
            LocalDate from,

            @Schema(description = "The last day; absent until further notice") @Nullable LocalDate until) {

        List<SchoolCode> schools() {
            return schoolCodes.stream().map(SchoolCode::new).toList();
        }

        Optional<LocalDate> end() {
            return Optional.ofNullable(until);
        }
    }

    /** Another end. */
    @Schema(name = "EndAssignment")
    public record ToEnd(
            @Schema(description = "The last day; absent until further notice", examples = "2018-06-30") @Nullable LocalDate until) {

        Optional<LocalDate> end() {
            return Optional.ofNullable(until);
        }
    }

    static AssignmentJson of(Assignment assignment) {
        return new AssignmentJson(
                assignment.id().value(),
                PersonJson.of(assignment.supervisor()),
                assignment.network(),
                assignment.schools().stream().map(SchoolCode::value).toList(),
                assignment.from(),
                assignment.until().orElse(null));
    }
}
