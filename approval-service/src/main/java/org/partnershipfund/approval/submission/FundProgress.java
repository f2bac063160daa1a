package org.partnershipfund.approval.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.SchoolCode;

/** Where all schools of a fund stand. */
public interface FundProgress {

    /**
     * Which schools are asked for.
     *
     * @param schools only these; empty for all
     * @param overdue only those that are overdue
     */
    record Filter(FundId fund, Optional<Set<SchoolCode>> schools, boolean overdue) {}

    /**
     * Schools of the fund that have an allocation, by code.
     *
     * @param today the day in the district
     */
    List<SchoolProgress> list(Filter filter, LocalDate today, Optional<SchoolCode> after, int limit);
}
