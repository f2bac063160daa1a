package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.CouncilRules.Constitution;
import org.partnershipfund.approval.council.ParentParity;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A council as it lies in table {@code council}, with its seats. */
@Entity
@Table(name = "council")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CouncilRow {

    @Id
    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "staff_size")
    int staffSize;

    @Column(name = "parent_parity")
    String parentParity;

    @Column(name = "high_school")
    boolean highSchool;

    @Column(name = "co_chair_issuer")
    String coChairIssuer;

    @Column(name = "co_chair_subject")
    String coChairSubject;

    @Column(name = "modified_at")
    Instant modifiedAt;

    @Version
    long version = 1;

    @ElementCollection
    @CollectionTable(name = "council_seat", joinColumns = @JoinColumn(name = "school_code"))
    @OrderColumn(name = "place")
    List<SeatPart> seats = new ArrayList<>();

    CouncilRow take(Council council, Instant at) {
        schoolCode = council.school().value();
        staffSize = council.constitution().staffSize();
        parentParity = council.constitution().parity().word();
        highSchool = council.constitution().highSchool();
        coChairIssuer = council.coChair().issuer();
        coChairSubject = council.coChair().subject();
        modifiedAt = at;
        seats.clear();
        council.seats().stream().map(SeatPart::of).forEach(seats::add);
        return this;
    }

    Versioned<Council> versioned() {
        return new Versioned<>(
                new Council(
                        new SchoolCode(schoolCode),
                        new Constitution(
                                staffSize,
                                Words.constant(ParentParity.values(), ParentParity::word, parentParity),
                                highSchool),
                        new Person(coChairIssuer, coChairSubject),
                        seats.stream().map(SeatPart::noun).toList()),
                version);
    }
}
