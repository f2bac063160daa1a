package org.partnershipfund.portfolio.adapter.db;

import static java.util.Objects.requireNonNull;

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
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.Vetting;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Request;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.Ruling;

/** An application without its reviews as it lies in tables {@code application}, {@code answer}, {@code application_tie}. */
@Entity
@Table(name = "application")
class ApplicationRow {

    @Id
    private UUID id;

    @Column(name = "program_id", updatable = false)
    private UUID programId;

    @Column(name = "partner_id", updatable = false)
    private UUID partnerId;

    @Column(name = "cycle_id", updatable = false)
    private UUID cycleId;

    @Column(updatable = false)
    private String category;

    @Column(name = "years_of_delivery", updatable = false)
    private int yearsOfDelivery;

    @Column(name = "applicant_issuer", updatable = false)
    private String applicantIssuer;

    @Column(name = "applicant_subject", updatable = false)
    private String applicantSubject;

    @Column(name = "submitted_at", updatable = false)
    private Instant submittedAt;

    private String state;

    @Column(name = "reviews")
    private int reviewCount;

    private @Nullable String reasons;

    @Column(name = "decider_issuer")
    private @Nullable String deciderIssuer;

    @Column(name = "decider_subject")
    private @Nullable String deciderSubject;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version = 1;

    @ElementCollection
    @CollectionTable(name = "answer", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    private List<AnswerCell> answers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "application_tie", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    private List<TieCell> ties = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ApplicationRow() {}

    @SuppressWarnings("NullAway.Init") // take fills the rest
    ApplicationRow(Application application) {
        Request request = application.request();
        id = application.id().value();
        programId = request.program().value();
        partnerId = request.partner().value();
        cycleId = request.cycle().value();
        category = request.category().word();
        yearsOfDelivery = request.years();
        applicantIssuer = request.by().issuer();
        applicantSubject = request.by().subject();
        submittedAt = request.at();
        request.answers().stream().map(AnswerCell::of).forEach(answers::add);
        take(application);
    }

    final void take(Application application) {
        state = application.word();
        reviewCount = application.reviews().size();
        changedAt = application.changedAt();
        application.ties().stream().skip(ties.size()).map(TieCell::of).toList().forEach(ties::add);
        switch (application) {
            case Submitted _ -> {}
            case Vetted vetted -> {
                takeDecision(vetted.ruling().reasons(), vetted.by());
                validFrom = vetted.ruling().from();
                validUntil = vetted.ruling().until();
            }
            case Refused refused -> takeDecision(refused.ruling().reasons(), refused.by());
            case Withdrawn withdrawn -> reasons = withdrawn.reason().orElse(null);
        }
    }

    private void takeDecision(String why, Person by) {
        reasons = why;
        deciderIssuer = by.issuer();
        deciderSubject = by.subject();
    }

    long version() {
        return version;
    }

    ApplicationId applicationId() {
        return new ApplicationId(id);
    }

    UUID programId() {
        return programId;
    }

    /** Of a vetted one. */
    Vetting vetting() {
        return new Vetting(
                id, cycleId, ServiceArea.of(category), requireNonNull(validFrom), requireNonNull(validUntil));
    }

    Versioned<Application> versioned(List<Review> reviews) {
        return new Versioned<>(application(reviews), version);
    }

    private Application application(List<Review> reviews) {
        Submitted submitted = new Submitted(
                new ApplicationId(id),
                request(),
                reviews,
                ties.stream().map(TieCell::declared).toList());
        return switch (state) {
            case "submitted" -> submitted;
            case "vetted" ->
                new Vetted(
                        submitted,
                        new Ruling.Vet(requireNonNull(reasons), requireNonNull(validFrom), requireNonNull(validUntil)),
                        decider(),
                        changedAt);
            case "refused" -> new Refused(submitted, new Ruling.Refuse(requireNonNull(reasons)), decider(), changedAt);
            case "withdrawn" -> new Withdrawn(submitted, Optional.ofNullable(reasons), changedAt);
            case String unknown -> throw new IllegalStateException("application %s is %s".formatted(id, unknown));
        };
    }

    private Request request() {
        return new Request(
                new ProgramId(programId),
                new PartnerId(partnerId),
                new CycleId(cycleId),
                ServiceArea.of(category),
                yearsOfDelivery,
                answers.stream().map(AnswerCell::answer).toList(),
                new Person(applicantIssuer, applicantSubject),
                submittedAt);
    }

    private Person decider() {
        return new Person(requireNonNull(deciderIssuer), requireNonNull(deciderSubject));
    }
}
