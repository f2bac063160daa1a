package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A school learns what it is allocated; procurement-service opens its restricted budget line.
 *
 * @param schoolCode state organisation code, eight digits
 * @param responsibilityCentre the school's six digits in the chart of accounts
 * @param index the school's Opportunity Index, decimal between 0.01 and 0.99 as text
 * @param enrolment pupils counted for the allocation
 */
public record AllocationPublishedV1(
        UUID allocationId,
        UUID fundId,
        UUID scenarioId,
        int fiscalYear,
        String schoolCode,
        String schoolName,
        String responsibilityCentre,
        MoneyV1 amount,
        String index,
        int enrolment,
        Instant publishedAt) {}
