package org.partnershipfund.approval.council;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.ConductRefusal.MinutesExist;
import org.partnershipfund.approval.council.CouncilRefusal.NotConvened;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision;

/**
 * What was said and done at a meeting, and who was there; a version never changes.
 *
 * <p>Source: docs/policy/school-site-council.md §7.
 *
 * @param version 1 or more; a correction is the next version
 * @param present the seats of voting members who were present
 * @param associates who were present without a vote
 * @param correction why the version before was corrected; empty for the first
 */
public record Minutes(
        MeetingId meeting,
        int version,
        String text,
        Set<SeatId> present,
        Set<AssociateId> associates,
        Optional<String> correction,
        Person writtenBy,
        Instant writtenAt) {

    public Minutes {
        present = Set.copyOf(present);
        associates = Set.copyOf(associates);
        if (version < 1 || correction.isPresent() != version > 1) {
            throw new IllegalArgumentException("minutes have a version from 1 on, and later ones say why");
        }
    }

    /**
     * The first minutes of a meeting, with the attendance as it is on record.
     *
     * @param before what was written already
     */
    public static Decision<Minutes> first(
            Meeting meeting, Optional<Minutes> before, String text, Person by, Instant at) {
        MeetingId id = meeting.notice().id();
        return switch (meeting) {
            case Meeting.Posted _ -> Decision.refuse(new NotConvened(id));
            case Meeting.Convened _
            when before.isPresent() ->
                Decision.refuse(new MinutesExist(id, before.get().version()));
            case Meeting.Convened convened ->
                Decision.accept(
                        new Minutes(id, 1, text, convened.present(), convened.associates(), Optional.empty(), by, at));
        };
    }

    /** The next version, which says why; the attendance is read anew. */
    public Minutes corrected(Meeting meeting, String newText, String why, Person by, Instant at) {
        return new Minutes(
                meeting.notice().id(),
                version + 1,
                newText,
                meeting.present(),
                meeting.associates(),
                Optional.of(why),
                by,
                at);
    }
}
