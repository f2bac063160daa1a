package org.partnershipfund.procurement.ledger;

/**
 * What a move decided: the transfer to write, and the line as it will stand.
 *
 * @param line after the transfer
 */
public record Posting(BudgetLine line, Transfer transfer) {}
