package org.partnershipfund.portfolio.catalogue;

import java.util.UUID;

/** The id of one partnership. */
public record PartnershipId(UUID value) {}
