package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSchoolOfYours;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSuchSuggestion;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.matching.Suggestions;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.support.MatchingMeeting;
import org.partnershipfund.approval.support.MatchingMeetingId;
import org.partnershipfund.approval.support.MatchingMeetings;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchMatchingMeeting;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Superintendent or partnerships team record a meeting at which partners were sought with a school. */
@ApplicationScoped
public class RecordMatchingMeeting {

    private final MatchingMeetings meetings;
    private final Suggestions suggestions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RecordMatchingMeeting(MatchingMeetings meetings, Suggestions suggestions, AuditTrail audit, Ids ids, Clock clock) {
        this.meetings = meetings;
        this.suggestions = suggestions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is said of a meeting. */
    public record Asked(
            FiscalYear year,
            LocalDate heldOn,
            List<MatchingMeeting.Attendee> people,
            String needs,
            List<SuggestionId> suggestions) {
        public Asked {
            people = List.copyOf(people);
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * Records a meeting with a school.
     *
     * @throws RefusedException if the school is not the caller's, the day is to come, nobody of the school was there, or a
     *     suggestion is none to that school
     */
    @Transactional
    public MatchingMeeting record(SchoolCode school, Asked asked, Person by, Reach reach) {
        if (!reach.covers(school)) {
            throw new RefusedException(new NoSchoolOfYours(school, "superintendent"));
        }
        for (SuggestionId id : asked.suggestions()) {
            if (suggestions
                    .find(id)
                    .filter(found -> found.value().made().school().equals(school))
                    .isEmpty()) {
                throw new RefusedException(new NoSuchSuggestion(id, school));
            }
        }
        var meeting = MatchingMeeting.held(
                        new MatchingMeeting(
                                new MatchingMeetingId(ids.next()),
                                school,
                                asked.year(),
                                asked.heldOn(),
                                asked.people(),
                                asked.needs(),
                                asked.suggestions(),
                                by,
                                clock.instant()),
                        LocalDate.now(clock))
                .orRefuse()
                .state();
        meetings.add(meeting);
        audit.record(new AuditTrail.Change(
                "MatchingMeetingRecorded", meeting.id().value().toString(), null, meeting));
        return meeting;
    }

    /**
     * One meeting with a school.
     *
     * @throws RefusedException if there is none, or the school is out of the reader's reach
     */
    public MatchingMeeting read(SchoolCode school, MatchingMeetingId id, Reach reach) {
        return Optional.of(school)
                .filter(reach::covers)
                .flatMap(_ -> meetings.find(id))
                .filter(found -> found.school().equals(school))
                .orElseThrow(() -> new RefusedException(new NoSuchMatchingMeeting(id)));
    }
}
