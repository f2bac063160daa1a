package org.partnershipfund.allocation.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.baseline.PriorYearFunding.Told;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** All notices of prior-year funding, as the core sees them. */
public interface Notices {

    /** The notice with its lines. */
    Optional<Notice> find(NoticeId id);

    /** The notice of that year and day. */
    Optional<NoticeId> find(FiscalYear year, LocalDate on);

    /** The notices in the order of their ids, behind {@code after} and imported later than that, at most {@code limit}. */
    List<Notice.Title> list(Optional<NoticeId> after, Optional<Instant> importedAfter, int limit);

    /** What is told, in the order of the ids, behind {@code after}, at most {@code limit}. */
    List<Told> told(Filter filter, Optional<FundingId> after, int limit);

    /** The latest notice of that year, or of the latest year that has one, among those of no later day than that. */
    Optional<Notice.Title> latest(Optional<FiscalYear> year, LocalDate upTo);

    /** Holds the days of the notices until the end of the transaction: who else wants to add one waits. */
    void holdDays();

    /** Adds a notice that is new. */
    void add(Notice notice);

    /**
     * Which lines are asked for: always of the latest notice of each year, among those that the reader may see.
     *
     * @param upTo notices of a later day do not exist for this reader
     * @param changedAfter only what is newer than this to the reader
     */
    record Filter(
            LocalDate upTo,
            Optional<SchoolCode> school,
            Optional<String> partner,
            Optional<FiscalYear> year,
            Optional<ChangedAfter> changedAfter) {}

    /**
     * What is newer to a reader.
     *
     * @param imported what was imported later than this
     * @param told and what was told on a later day than this, if the reader learns it on its day
     */
    record ChangedAfter(Instant imported, Optional<LocalDate> told) {}
}
