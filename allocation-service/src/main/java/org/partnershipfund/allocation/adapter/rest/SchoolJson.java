package org.partnershipfund.allocation.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.EnrollmentSnapshots.LatestCount;
import org.partnershipfund.allocation.school.LocationCode;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.school.SnapshotKind;

/**
 * A school on the wire.
 *
 * @param schoolCode state organisation code, eight digits
 * @param enrollment the latest count; absent if the school was never counted
 */
@Schema(name = "School")
public record SchoolJson(
        @Schema(examples = "00350231", pattern = "^[0-9]{8}$")
        String schoolCode,

        @Schema(examples = "Michael J Perkins") String name,
        @Schema(examples = "K;01;02;03;04;05") String grades,

        @Schema(examples = "4022", description = "The district's own code; absent where it is not known") @Nullable String bpsLocationCode,

        @Schema(examples = "900059", description = "The school in the chart of accounts")
        String responsibilityCentre,

        @Nullable Count enrollment) {

    /**
     * The latest count.
     *
     * @param economicallyDisadvantaged absent where it would show a group of fewer than ten pupils
     */
    @Schema(name = "Enrollment")
    public record Count(
            @Schema(
                    examples = "projected",
                    enumeration = {"projected", "october"})
            String kind,

            @Schema(examples = "2017-11-01") LocalDate asOf,
            @Schema(examples = "238") int pupils,

            @Schema(
                    examples = "201",
                    description = "Absent where it would show a group of fewer than ten pupils, also by subtraction")
            @Nullable Integer economicallyDisadvantaged) {

        static Count of(LatestCount latest) {
            OptionalInt shown = latest.enrollment().economicallyDisadvantagedShown();
            return new Count(
                    word(latest.title().kind()),
                    latest.title().asOf(),
                    latest.enrollment().pupils(),
                    shown.isPresent() ? Integer.valueOf(shown.getAsInt()) : null);
        }
    }

    /** One import of schools: the snapshot that it made. */
    @Schema(name = "EnrollmentSnapshot")
    public record Snapshot(
            UUID id,

            @Schema(
                    examples = "projected",
                    enumeration = {"projected", "october"})
            String kind,

            @Schema(examples = "2017-11-01") LocalDate asOf,

            @Schema(examples = "Massachusetts DESE, school year 2016-17")
            String source,

            Instant importedAt) {

        static Snapshot of(EnrollmentSnapshot.Title title) {
            return new Snapshot(
                    title.id().value(), word(title.kind()), title.asOf(), title.source(), title.importedAt());
        }
    }

    /** The answer to a successful import. */
    @Schema(name = "ImportedSchools")
    public record Imported(
            Snapshot snapshot,
            @Schema(examples = "118") int schools,
            @Schema(examples = "53263") long pupils) {

        static Imported of(EnrollmentSnapshot snapshot) {
            return new Imported(
                    Snapshot.of(snapshot.title()),
                    snapshot.counts().size(),
                    snapshot.counts().values().stream()
                            .mapToLong(count -> count.pupils())
                            .sum());
        }
    }

    static SchoolJson of(School school, @Nullable LatestCount latest) {
        return new SchoolJson(
                school.code().value(),
                school.name(),
                school.grades(),
                school.location().map(LocationCode::value).orElse(null),
                school.centre().value(),
                latest == null ? null : Count.of(latest));
    }

    private static String word(SnapshotKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
