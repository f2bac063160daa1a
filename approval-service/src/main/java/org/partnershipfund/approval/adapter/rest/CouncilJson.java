package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Council.Asked;
import org.partnershipfund.approval.council.Council.Seating;
import org.partnershipfund.approval.council.CouncilRules.Constitution;
import org.partnershipfund.approval.council.CouncilRules.Places;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.ParentParity;
import org.partnershipfund.approval.council.Seat;

/**
 * A School Site Council on the wire.
 *
 * @param places how many full seats each group has by the rules in force
 * @param seats of everybody who sits, sat or will sit
 */
@Schema(name = "Council")
public record CouncilJson(
        @Schema(examples = "00350231") String schoolCode,

        @Schema(examples = "28") int staffSize,

        @Schema(enumeration = {"equal-to-staff-reps", "equal-to-staff-reps-and-principal"})
        String parentParity,

        boolean highSchool,
        PersonJson coChair,
        PlacesJson places,
        List<SeatJson> seats) {

    /** How many full seats the groups have. */
    @Schema(name = "CouncilPlaces")
    public record PlacesJson(
            @Schema(examples = "4") int teachers,
            @Schema(examples = "5") int parents,
            @Schema(examples = "0") int students,
            @Schema(examples = "10") int votingMembers) {

        static PlacesJson of(Places places) {
            return new PlacesJson(places.teachers(), places.parents(), places.students(), places.votingMembers());
        }
    }

    /** A person's place on the council. */
    @Schema(name = "CouncilSeat")
    public record SeatJson(
            UUID id,

            @Schema(enumeration = {"principal", "teacher", "parent", "student"})
            String group,

            @Schema(description = "Sits only for an absent member of the same group")
            boolean alternate,

            PersonJson member,
            @Nullable String name,
            @Schema(examples = "2017-10-15") LocalDate from,
            @Nullable LocalDate until) {

        static SeatJson of(Seat seat) {
            return new SeatJson(
                    seat.id().value(),
                    seat.group().word(),
                    seat.alternate(),
                    PersonJson.of(seat.member()),
                    seat.name().orElse(null),
                    seat.from(),
                    seat.until().orElse(null));
        }
    }

    /** A council in a list: without members. */
    @Schema(name = "CouncilSummary")
    public record Summary(
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "28") int staffSize,
            String parentParity,
            boolean highSchool,
            @Schema(examples = "10") int votingMembers,

            @Schema(examples = "10", description = "All seats on record, also ended ones and alternates")
            int seats) {

        static Summary of(Council council, Places places) {
            return new Summary(
                    council.school().value(),
                    council.constitution().staffSize(),
                    council.constitution().parity().word(),
                    council.constitution().highSchool(),
                    places.votingMembers(),
                    council.seats().size());
        }
    }

    /** What it takes to seat a council; a seat that is on record and not named here ends yesterday. */
    @Schema(name = "SeatCouncil")
    public record ToSeat(
            @Min(0) @Max(2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "28", description = "Unionised staff who count for the council's size")
            int staffSize,

            @NotNull @Pattern(
                    regexp = "equal-to-staff-reps|equal-to-staff-reps-and-principal",
                    message = "it must be equal-to-staff-reps or equal-to-staff-reps-and-principal")
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"equal-to-staff-reps", "equal-to-staff-reps-and-principal"})
            String parentParity,

            @JsonProperty(required = true) @Schema(required = true)
            boolean highSchool,

            @NotNull @Valid @JsonProperty(required = true)
            @Schema(required = true, description = "Who chairs with the principal: one of the members below")
            PersonJson coChair,

            @NotNull @Size(min = 1, max = 60) @JsonProperty(required = true) @Schema(required = true)
            List<@Valid @NotNull SeatToTake> seats) {

        Seating seating() {
            return new Seating(
                    new Constitution(
                            staffSize,
                            Words.constant(ParentParity.values(), ParentParity::word, parentParity),
                            highSchool),
                    coChair.person(),
                    seats.stream().map(SeatToTake::asked).toList());
        }
    }

    /** A seat as it is asked for. */
    @Schema(name = "TakeSeat")
    public record SeatToTake(
            @NotNull @Pattern(
                    regexp = "principal|teacher|parent|student",
                    message = "it must be principal, teacher, parent or student")
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"principal", "teacher", "parent", "student"})
            String group,

            @Schema(description = "Sits only for an absent member of the same group; false unless given") @Nullable Boolean alternate,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            PersonJson member,

            @Size(max = 200) @Schema(description = "Personal data: shown to the school's people and the offices only")
            @Nullable String name,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-10-15")
            LocalDate from,

            @Schema(description = "The last day; absent until further notice") @Nullable LocalDate until,

            @Schema(description = "Whether the person is staff of this school; a parent never is. false unless given")
            @Nullable Boolean worksAtTheSchool) {

        Asked asked() {
            return new Asked(
                    Words.constant(Group.values(), Group::word, group),
                    alternate != null && alternate,
                    member.person(),
                    Optional.ofNullable(name),
                    from,
                    Optional.ofNullable(until),
                    worksAtTheSchool != null && worksAtTheSchool);
        }
    }

    static CouncilJson of(Council council, Places places) {
        return new CouncilJson(
                council.school().value(),
                council.constitution().staffSize(),
                council.constitution().parity().word(),
                council.constitution().highSchool(),
                PersonJson.of(council.coChair()),
                PlacesJson.of(places),
                council.seats().stream().map(SeatJson::of).toList());
    }
}
