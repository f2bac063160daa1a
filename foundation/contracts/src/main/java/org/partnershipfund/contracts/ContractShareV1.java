package org.partnershipfund.contracts;

import java.util.UUID;

/** What one school buys under a contract. */
public record ContractShareV1(String schoolCode, UUID selectionId, UUID lineId, MoneyV1 amount) {}
