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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.supervision.Assignment;
import org.partnershipfund.approval.supervision.AssignmentId;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** An assignment as it lies in table {@code supervisor_assignment}, with its schools. */
@Entity
@Table(name = "supervisor_assignment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AssignmentRow {

    @Id
    UUID id;

    String issuer;
    String subject;
    String network;

    @Column(name = "valid_from")
    LocalDate from;

    @Column(name = "valid_until")
    @Nullable LocalDate until;

    @Column(name = "modified_at")
    Instant modifiedAt;

    @Version
    long version = 1;

    @ElementCollection
    @CollectionTable(name = "supervisor_assignment_school", joinColumns = @JoinColumn(name = "assignment_id"))
    @OrderColumn(name = "place")
    @Column(name = "school_code")
    List<String> schools = new ArrayList<>();

    AssignmentRow take(Assignment assignment) {
        id = assignment.id().value();
        issuer = assignment.supervisor().issuer();
        subject = assignment.supervisor().subject();
        network = assignment.network();
        from = assignment.from();
        until = assignment.until().orElse(null);
        modifiedAt = assignment.changedAt();
        schools.clear();
        schools.addAll(Codes.of(assignment.schools()));
        return this;
    }

    Versioned<Assignment> versioned() {
        return new Versioned<>(
                new Assignment(
                        new AssignmentId(id),
                        new Person(issuer, subject),
                        network,
                        schools.stream().map(SchoolCode::new).toList(),
                        from,
                        Optional.ofNullable(until),
                        modifiedAt),
                version);
    }
}
