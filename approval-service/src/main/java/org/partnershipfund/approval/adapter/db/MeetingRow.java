package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.Meeting.Convened;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.council.Meeting.Notice;
import org.partnershipfund.approval.council.Meeting.Posted;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A meeting as it lies in table {@code meeting}, with its agenda and who was present. */
@Entity
@Table(name = "meeting")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MeetingRow {

    /** A selection on the agenda as it lies in table {@code meeting_item}. */
    @Embeddable
    static class ItemPart {

        @Column(name = "selection_id")
        UUID selection;

        @Column(name = "content_version")
        int contentVersion;

        String digest;

        static ItemPart of(Item item) {
            var part = new ItemPart();
            part.selection = item.selection();
            part.contentVersion = item.version();
            part.digest = item.digest();
            return part;
        }

        Item noun() {
            return new Item(selection, contentVersion, digest);
        }
    }

    @Id
    UUID id;

    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "meeting_place")
    String place;

    @Column(name = "posted_issuer")
    String postedIssuer;

    @Column(name = "posted_subject")
    String postedSubject;

    @Column(name = "posted_at")
    Instant postedAt;

    @Column(name = "recorded_issuer")
    @Nullable String recordedIssuer;

    @Column(name = "recorded_subject")
    @Nullable String recordedSubject;

    @Column(name = "recorded_at")
    @Nullable Instant recordedAt;

    @Version
    long version = 1;

    @ElementCollection
    @CollectionTable(name = "meeting_topic", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "place")
    @Column(name = "topic")
    List<String> topics = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "meeting_item", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "place")
    List<ItemPart> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "meeting_presence", joinColumns = @JoinColumn(name = "meeting_id"))
    @Column(name = "seat_id")
    Set<UUID> present = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "meeting_associate", joinColumns = @JoinColumn(name = "meeting_id"))
    @Column(name = "associate_id")
    Set<UUID> associates = new HashSet<>();

    static MeetingRow of(Notice notice) {
        var row = new MeetingRow();
        row.id = notice.id().value();
        row.schoolCode = notice.school().value();
        row.startsAt = notice.startsAt();
        row.place = notice.place();
        row.postedIssuer = notice.postedBy().issuer();
        row.postedSubject = notice.postedBy().subject();
        row.postedAt = notice.postedAt();
        row.topics.addAll(notice.agenda());
        notice.items().forEach(item -> row.items.add(ItemPart.of(item)));
        return row;
    }

    MeetingRow take(Meeting meeting) {
        switch (meeting) {
            case Posted _ -> {}
            case Convened(var _, Set<SeatId> there, Set<AssociateId> guests, Person by, Instant at) -> {
                recordedIssuer = by.issuer();
                recordedSubject = by.subject();
                recordedAt = at;
                present.clear();
                there.forEach(seat -> present.add(seat.value()));
                associates.clear();
                guests.forEach(guest -> associates.add(guest.value()));
            }
        }
        return this;
    }

    Versioned<Meeting> versioned() {
        Notice notice = new Notice(
                new MeetingId(id),
                new SchoolCode(schoolCode),
                startsAt,
                place,
                topics,
                items.stream().map(ItemPart::noun).toList(),
                new Person(postedIssuer, postedSubject),
                postedAt);
        var recordedBy = Words.person(recordedIssuer, recordedSubject);
        Meeting meeting = recordedBy.isEmpty() || recordedAt == null
                ? new Posted(notice)
                : new Convened(
                        notice,
                        present.stream().map(SeatId::new).collect(Collectors.toSet()),
                        associates.stream().map(AssociateId::new).collect(Collectors.toSet()),
                        recordedBy.get(),
                        recordedAt);
        return new Versioned<>(meeting, version);
    }
}
