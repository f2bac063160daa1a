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
import org.partnershipfund.portfolio.cycle.Delivery;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.Vetting;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.Application.Intended;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Returned;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Suspended;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Dossier;
import org.partnershipfund.portfolio.vetting.Intent;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.Ruling;
import org.partnershipfund.portfolio.vetting.Submission;
import org.partnershipfund.portfolio.vetting.Suspension;

/**
 * An application without its answers and reviews as it lies in tables {@code application}, {@code application_tie},
 * {@code change_request}, {@code restatement}, {@code suspension}.
 */
@Entity
@Table(name = "application")
class ApplicationRow {

    /**
     * In JPQL, of an application a: that its program is on the menu of :day (policy §5.1, §5.4). Suspended is the program,
     * however often it is vetted.
     */
    static final String ON_THE_MENU = """
            a.state in ('vetted', 'suspended') and a.validFrom <= :day and a.validUntil >= :day
              and not exists (select 1 from ApplicationRow off join off.suspensions s where off.programId = a.programId
                and off.validFrom <= :day and off.validUntil >= :day
                and s.fromDay <= :day and (s.reinstatedOn is null or s.reinstatedOn > :day))""";

    /** The same in SQL, with the day four times. */
    static final String ON_THE_MENU_IN_SQL = """
            a.state IN ('vetted', 'suspended') AND a.valid_from <= ? AND a.valid_until >= ?
              AND NOT EXISTS (SELECT 1 FROM suspension s JOIN application o ON o.id = s.application_id
                WHERE o.program_id = a.program_id AND s.from_day <= ?
                  AND ? BETWEEN o.valid_from AND least(o.valid_until, coalesce(s.reinstated_on - 1, o.valid_until)))""";

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

    @Column(name = "service_area", updatable = false)
    private String serviceArea;

    @Column(name = "years_of_delivery", updatable = false)
    private int yearsOfDelivery;

    @Column(updatable = false)
    private @Nullable Integer days;

    @Column(updatable = false)
    private @Nullable Integer hours;

    @Column(updatable = false)
    private String ratios;

    @Column(name = "applicant_issuer", updatable = false)
    private String applicantIssuer;

    @Column(name = "applicant_subject", updatable = false)
    private String applicantSubject;

    @Column(name = "applied_at", updatable = false)
    private Instant appliedAt;

    private String state;

    @Column(name = "reviews")
    private int reviewCount;

    private @Nullable String reasons;

    @Column(name = "decider_issuer")
    private @Nullable String deciderIssuer;

    @Column(name = "decider_subject")
    private @Nullable String deciderSubject;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version = 1;

    @ElementCollection
    @CollectionTable(name = "application_tie", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    private List<TieCell> ties = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "change_request", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    private List<ChangeRequestCell> requests = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "restatement", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    private List<RestatementCell> restatements = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "suspension", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    private List<SuspensionCell> suspensions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ApplicationRow() {}

    @SuppressWarnings("NullAway.Init") // take fills the rest
    ApplicationRow(Application application) {
        Intent intent = application.intent();
        id = application.id().value();
        programId = intent.program().value();
        partnerId = intent.partner().value();
        cycleId = intent.cycle().value();
        category = intent.category();
        serviceArea = intent.area().word();
        yearsOfDelivery = intent.delivery().years();
        days = intent.delivery().days().orElse(null);
        hours = intent.delivery().hours().orElse(null);
        ratios = Ratios.joined(intent.delivery().ratios());
        applicantIssuer = intent.by().issuer();
        applicantSubject = intent.by().subject();
        appliedAt = intent.at();
        take(application);
    }

    final void take(Application application) {
        Dossier dossier = application.dossier();
        state = application.word();
        reviewCount = dossier.reviews().size();
        changedAt = application.changedAt();
        dossier.ties().stream().skip(ties.size()).map(TieCell::of).toList().forEach(ties::add);
        dossier.requests().stream()
                .skip(requests.size())
                .map(ChangeRequestCell::of)
                .toList()
                .forEach(requests::add);
        dossier.restatements().stream()
                .skip(restatements.size())
                .map(RestatementCell::of)
                .toList()
                .forEach(restatements::add);
        takeSuspensions(dossier.suspensions());
        switch (application) {
            case Intended _, Submitted _, Returned _ -> {}
            case Vetted vetted -> takeVetting(vetted);
            case Suspended(var vetted) -> takeVetting(vetted);
            case Refused refused -> takeDecision(refused.ruling().reasons(), refused.by(), refused.changedAt());
            case Withdrawn withdrawn -> reasons = withdrawn.reason().orElse(null);
        }
    }

    private void takeSuspensions(List<Suspension> all) {
        for (int place = 0; place < all.size(); place++) {
            if (place < suspensions.size()) {
                suspensions.get(place).take(all.get(place));
            } else {
                suspensions.add(new SuspensionCell(all.get(place)));
            }
        }
    }

    private void takeVetting(Vetted vetted) {
        takeDecision(vetted.ruling().reasons(), vetted.by(), vetted.decidedAt());
        validFrom = vetted.ruling().from();
        validUntil = vetted.ruling().until();
    }

    private void takeDecision(String why, Person by, Instant at) {
        reasons = why;
        deciderIssuer = by.issuer();
        deciderSubject = by.subject();
        decidedAt = at;
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

    /** Of one that was vetted. */
    Vetting vetting() {
        return new Vetting(id, cycleId, category, requireNonNull(validFrom), requireNonNull(validUntil));
    }

    Versioned<Application> versioned(List<Submission> submissions, List<Review> reviews) {
        return new Versioned<>(application(submissions, reviews), version);
    }

    private Application application(List<Submission> submissions, List<Review> reviews) {
        Dossier dossier = new Dossier(
                new ApplicationId(id),
                intent(),
                submissions,
                requests.stream().map(ChangeRequestCell::request).toList(),
                reviews,
                restatements.stream().map(RestatementCell::restatement).toList(),
                ties.stream().map(TieCell::declared).toList(),
                suspensions.stream().map(SuspensionCell::suspension).toList());
        return switch (state) {
            case "intended" -> new Intended(dossier);
            case "submitted" -> new Submitted(dossier);
            case "returned" -> new Returned(dossier);
            case "vetted" -> vetted(dossier);
            case "suspended" -> new Suspended(vetted(dossier));
            case "refused" ->
                new Refused(dossier, new Ruling.Refuse(requireNonNull(reasons)), decider(), requireNonNull(decidedAt));
            case "withdrawn" -> new Withdrawn(dossier, Optional.ofNullable(reasons), changedAt);
            case String unknown -> throw new IllegalStateException("application %s is %s".formatted(id, unknown));
        };
    }

    private Vetted vetted(Dossier dossier) {
        return new Vetted(
                dossier,
                new Ruling.Vet(requireNonNull(reasons), requireNonNull(validFrom), requireNonNull(validUntil)),
                decider(),
                requireNonNull(decidedAt));
    }

    private Intent intent() {
        return new Intent(
                new ProgramId(programId),
                new PartnerId(partnerId),
                new CycleId(cycleId),
                category,
                ServiceArea.of(serviceArea),
                new Delivery(
                        yearsOfDelivery, Optional.ofNullable(days), Optional.ofNullable(hours), Ratios.split(ratios)),
                new Person(applicantIssuer, applicantSubject),
                appliedAt);
    }

    private Person decider() {
        return new Person(requireNonNull(deciderIssuer), requireNonNull(deciderSubject));
    }
}
