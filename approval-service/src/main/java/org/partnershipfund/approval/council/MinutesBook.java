package org.partnershipfund.approval.council;

import java.util.List;

/** The minutes of all meetings; versions are only added. */
public interface MinutesBook {

    /** Every version of a meeting's minutes, oldest first. */
    List<Minutes> of(MeetingId meeting);

    /** Adds a version. */
    void add(Minutes minutes);
}
