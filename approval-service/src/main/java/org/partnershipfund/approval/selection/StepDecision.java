package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;

/**
 * A decision on exactly one content of a selection; it never changes.
 *
 * @param version of the content
 * @param digest of the content
 * @param by empty for a council, which decides as one, and for what procurement says
 * @param reference the motion or the contracting process behind it
 */
public record StepDecision(
        Step step,
        Verdict verdict,
        int version,
        String digest,
        String reasons,
        Optional<Person> by,
        Optional<UUID> reference,
        Instant at) {}
