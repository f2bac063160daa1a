package org.partnershipfund.allocation.letter;

import org.partnershipfund.allocation.school.School;

/** What one school is told on the day of the notice; also a school at which nothing is funded. */
public record SchoolNotice(School school, FundingEnds ends) {}
