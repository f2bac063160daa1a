package org.partnershipfund.allocation.revision;

import java.util.UUID;

/** The id of one revision. */
public record RevisionId(UUID value) {}
