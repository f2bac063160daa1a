package org.partnershipfund.portfolio.program;

import java.util.UUID;

/** The id of one program. */
public record ProgramId(UUID value) {}
