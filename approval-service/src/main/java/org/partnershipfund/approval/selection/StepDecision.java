package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;

/**
 * A decision on exactly one content of a selection; it never changes.
 *
 * @param version of the content
 * @param digest of the content
 * @param by empty for a council, which decides as one, and for what procurement says
 * @param reference the motion or the contracting process behind it
 * @param inPlaceOf who delegated the decision to {@code by}; empty for one's own
 * @param comments on single lines of the version
 */
public record StepDecision(
        Step step,
        Verdict verdict,
        int version,
        String digest,
        String reasons,
        Optional<Person> by,
        Optional<UUID> reference,
        Instant at,
        Optional<Person> inPlaceOf,
        List<LineComment> comments) {

    public StepDecision {
        comments = List.copyOf(comments);
    }

    /** One's own decision, without comments on lines. */
    public StepDecision(
            Step step,
            Verdict verdict,
            int version,
            String digest,
            String reasons,
            Optional<Person> by,
            Optional<UUID> reference,
            Instant at) {
        this(step, verdict, version, digest, reasons, by, reference, at, Optional.empty(), List.of());
    }

    /** Who decided it, and in whose place. */
    Stream<Person> persons() {
        return Stream.concat(by.stream(), inPlaceOf.stream());
    }
}
