package org.partnershipfund.approval.support;

import java.util.UUID;

/** Which matching meeting. */
public record MatchingMeetingId(UUID value) {}
