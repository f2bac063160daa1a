package org.partnershipfund.allocation.baseline;

import java.util.UUID;

/** The id of one notice. */
public record NoticeId(UUID value) {}
