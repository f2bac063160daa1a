package org.partnershipfund.approval.fund;

import org.partnershipfund.kernel.FiscalYear;

/** What matters here of a fund that allocation-service opened. */
public record RememberedFund(FundId id, String name, FiscalYear year) {}
