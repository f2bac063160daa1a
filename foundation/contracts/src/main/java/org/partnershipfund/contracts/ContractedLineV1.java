package org.partnershipfund.contracts;

import java.util.UUID;

/**
 * One line of a selection that went into a contract.
 *
 * @param programId the program that is contracted for it
 * @param amount its share of the contract, in this fund year
 */
public record ContractedLineV1(UUID lineId, UUID programId, MoneyV1 amount) {}
