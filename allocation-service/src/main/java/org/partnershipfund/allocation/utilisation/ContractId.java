package org.partnershipfund.allocation.utilisation;

import java.util.UUID;

/** The id of one contract, as procurement-service gave it. */
public record ContractId(UUID value) {}
