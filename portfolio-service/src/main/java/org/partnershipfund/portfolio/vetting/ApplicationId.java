package org.partnershipfund.portfolio.vetting;

import java.util.UUID;

/** The id of one application. */
public record ApplicationId(UUID value) {}
