package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.Cycles;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.Rating;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.ReviewId;
import org.partnershipfund.portfolio.vetting.Tie;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;

/** Rates an application by every criterion of its cycle. */
@ApplicationScoped
public class ReviewApplication {

    private final Applications applications;
    private final Cycles cycles;
    private final Partners partners;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ReviewApplication(
            Applications applications, Cycles cycles, Partners partners, AuditTrail audit, Ids ids, Clock clock) {
        this.applications = applications;
        this.cycles = cycles;
        this.partners = partners;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a review, or keeps the tie that is declared instead.
     *
     * @param tie what the reviewer declares
     * @throws RefusedException if there is no such application, or a rule of {@link Application#review} says no
     */
    @Transactional
    public Versioned<Application> review(ApplicationId id, List<Rating> ratings, Tie tie, Person reviewer) {
        var read = applications.hold(id).orElseThrow(() -> new RefusedException(new NoSuchApplication(id)));
        var request = read.value().request();
        var review = new Review(new ReviewId(ids.next()), reviewer, ratings, clock.instant());
        Application reviewed = Application.review(
                        read.value(),
                        cycles.find(request.cycle())
                                .orElseThrow(() -> new IllegalStateException("no cycle of application " + id)),
                        partners.find(request.partner())
                                .orElseThrow(() -> new IllegalStateException("no partner of application " + id))
                                .value(),
                        review,
                        tie)
                .orRefuse()
                .state();
        long version = applications.store(reviewed, read.version());
        audit.record(new AuditTrail.Change(
                tie == Tie.NONE ? "ApplicationReviewed" : "TieDeclared",
                id.value().toString(),
                Audited.of(read.value()),
                Audited.of(reviewed)));
        return new Versioned<>(reviewed, version);
    }
}
