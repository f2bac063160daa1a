package org.partnershipfund.contracts;

/** What was paid from one school's line. */
public record PaymentV1(String schoolCode, MoneyV1 amount) {}
