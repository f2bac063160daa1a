package org.partnershipfund.portfolio.edition;

import java.util.UUID;

/** The id of one edition. */
public record EditionId(UUID value) {}
