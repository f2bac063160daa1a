package org.partnershipfund.approval.support;

import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** The support calendars, one per fund that was heard of. */
public interface SupportCalendars {

    /** The calendar of a fund, if the fund was heard of. */
    Optional<Versioned<SupportCalendar>> find(FundId fund);

    /**
     * Stores the calendar as the successor of the version it was read with.
     *
     * @param readVersion 0 for the first of a fund
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(SupportCalendar calendar, long readVersion);
}
