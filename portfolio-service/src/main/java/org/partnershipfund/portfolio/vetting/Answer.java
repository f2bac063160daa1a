package org.partnershipfund.portfolio.vetting;

/**
 * What an applicant says to a criterion.
 *
 * @param criterion the criterion's code
 */
public record Answer(String criterion, String text) {}
