package org.partnershipfund.approval.selection;

import java.util.UUID;

/** The id of one file at a selection; the same in every version that has it. */
public record AttachmentId(UUID value) {}
