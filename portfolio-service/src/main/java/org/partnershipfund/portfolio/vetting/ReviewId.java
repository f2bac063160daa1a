package org.partnershipfund.portfolio.vetting;

import java.util.UUID;

/** The id of one review. */
public record ReviewId(UUID value) {}
