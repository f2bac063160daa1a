package org.partnershipfund.approval.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** All matching meetings; one that was added never changes. */
public interface MatchingMeetings {

    /** The meeting, if there is one. */
    Optional<MatchingMeeting> find(MatchingMeetingId id);

    /** Meetings with a school in the order in which they were recorded, behind {@code after}, at most {@code limit}. */
    List<MatchingMeeting> list(Filter filter, Optional<MatchingMeetingId> after, int limit);

    /** Which meetings a list has. */
    record Filter(SchoolCode school, Optional<FiscalYear> year, Optional<Instant> recordedAfter) {}

    /** Keeps a new one. */
    void add(MatchingMeeting meeting);
}
