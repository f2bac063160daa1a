package org.partnershipfund.approval.support;

import java.util.List;

/** Writes entries as a calendar program reads them. */
public interface CalendarFiles {

    /**
     * A file of RFC 5545 ({@code text/calendar}), lines ended by CR LF; the same for the same entries.
     *
     * @param name what a calendar program calls it
     */
    String write(String name, List<CalendarEntry> entries);
}
