package org.partnershipfund.approval.council;

import java.util.UUID;

/** The id of one meeting. */
public record MeetingId(UUID value) {}
