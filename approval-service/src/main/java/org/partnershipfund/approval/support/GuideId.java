package org.partnershipfund.approval.support;

import java.util.UUID;

/** Which edition of the guide. */
public record GuideId(UUID value) {}
