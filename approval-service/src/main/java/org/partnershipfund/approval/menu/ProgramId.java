package org.partnershipfund.approval.menu;

import java.util.UUID;

/** The id of one program, given by portfolio-service. */
public record ProgramId(UUID value) {}
