package org.partnershipfund.approval.adapter.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.support.KnownSchool;

/** A school and how it was in touch, on the wire. */
@Schema(name = "KnownSchool")
public record KnownSchoolJson(
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "Michael J Perkins") @Nullable String name,

        @Schema(description = "Whether a fund of that year has an allocation for it")
        boolean allocated,

        @Schema(
                description =
                        "Whether somebody has talked with it: a session attended, a matching meeting or a suggestion")
        boolean inContact,

        @Schema(examples = "0") int sessionsAttended,
        @Schema(examples = "0") int matchingMeetings,
        @Schema(examples = "0") int suggestions,

        @Schema(examples = "1", description = "Sessions that it has booked and that are to come; no contact yet")
        int sessionsToCome) {

    /** What was imported. */
    @Schema(name = "ImportedSchools")
    public record Imported(
            @Schema(examples = "118") int schools,
            @Schema(description = "SHA-256 of the file") String digest) {}

    static KnownSchoolJson of(KnownSchool school) {
        return new KnownSchoolJson(
                school.code().value(),
                school.name().orElse(null),
                school.allocated(),
                !school.hasNoContact(),
                school.attended(),
                school.meetings(),
                school.suggestions(),
                school.toCome());
    }
}
