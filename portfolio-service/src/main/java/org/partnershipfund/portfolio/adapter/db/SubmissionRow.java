package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Submission;

/** The answers of one round as they lie in tables {@code submission} and {@code answer}. */
@Entity
@Table(name = "submission")
class SubmissionRow {

    /** Which application, which round of its answers. */
    @Embeddable
    record Key(@Column(name = "application_id") UUID application, int round) {}

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private String issuer;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private Instant at;

    @ElementCollection
    @CollectionTable(
            name = "answer",
            joinColumns = {
                @JoinColumn(name = "application_id", referencedColumnName = "application_id"),
                @JoinColumn(name = "round", referencedColumnName = "round")
            })
    @OrderColumn(name = "place")
    private List<AnswerCell> answers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected SubmissionRow() {}

    SubmissionRow(ApplicationId application, int round, Submission submission) {
        key = new Key(application.value(), round);
        issuer = submission.by().issuer();
        subject = submission.by().subject();
        at = submission.at();
        submission.answers().stream().map(AnswerCell::of).forEach(answers::add);
    }

    UUID application() {
        return key.application();
    }

    Submission submission() {
        return new Submission(answers.stream().map(AnswerCell::answer).toList(), new Person(issuer, subject), at);
    }
}
