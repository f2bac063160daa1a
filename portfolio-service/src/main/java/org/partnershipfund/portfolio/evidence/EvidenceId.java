package org.partnershipfund.portfolio.evidence;

import java.util.UUID;

/** The id of one file of evidence. */
public record EvidenceId(UUID value) {}
