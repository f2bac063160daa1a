package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.person.Person;

/** A seat as it lies in table {@code council_seat}. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SeatPart {

    UUID id;

    @Column(name = "member_group")
    String group;

    boolean alternate;
    String issuer;
    String subject;

    @Nullable String name;

    @Column(name = "valid_from")
    LocalDate from;

    @Column(name = "valid_until")
    @Nullable LocalDate until;

    static SeatPart of(Seat seat) {
        var part = new SeatPart();
        part.id = seat.id().value();
        part.group = seat.group().word();
        part.alternate = seat.alternate();
        part.issuer = seat.member().issuer();
        part.subject = seat.member().subject();
        part.name = seat.name().orElse(null);
        part.from = seat.from();
        part.until = seat.until().orElse(null);
        return part;
    }

    Seat noun() {
        return new Seat(
                new SeatId(id),
                Words.constant(Group.values(), Group::word, group),
                alternate,
                new Person(issuer, subject),
                Optional.ofNullable(name),
                from,
                Optional.ofNullable(until));
    }
}
