package org.partnershipfund.portfolio.cycle;

/**
 * What an application is judged by.
 *
 * @param code how answers and ratings name it; unique within its cycle
 */
public record Criterion(String code, String text) {}
