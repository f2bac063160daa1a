package org.partnershipfund.approval.selection;

import java.util.UUID;

/** The id of one selection. */
public record SelectionId(UUID value) {}
