package org.partnershipfund.allocation.letter;

/**
 * What one partner is told on the day of the notice.
 *
 * @param partner as the books of that year named it
 */
public record PartnerNotice(String partner, FundingEnds ends) {}
