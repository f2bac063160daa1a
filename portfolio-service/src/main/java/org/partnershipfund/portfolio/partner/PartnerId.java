package org.partnershipfund.portfolio.partner;

import java.util.UUID;

/** The id of one partner. */
public record PartnerId(UUID value) {}
