package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;

/**
 * What somebody who may read a selection says about it; it never changes, binds nobody, and is no part of what is decided
 * on.
 *
 * <p>Source: docs/policy/approval.md §4.3.
 *
 * @param version that was the newest when it was said
 * @param line of that version; empty for the whole
 * @param role of the speaker, as tokens call it
 */
public record Comment(
        UUID id,
        SelectionId selection,
        int version,
        Optional<UUID> line,
        Person by,
        String role,
        String text,
        Instant at) {}
