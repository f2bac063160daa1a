package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.CycleRefusal.NoSuchCycle;
import org.partnershipfund.portfolio.cycle.Cycles;
import org.partnershipfund.portfolio.edition.Edition;
import org.partnershipfund.portfolio.edition.EditionId;
import org.partnershipfund.portfolio.edition.Editions;
import org.partnershipfund.portfolio.edition.Scribe;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.Programs;

/** Publishes the menu of today as an edition of a cycle, once and for all. */
@ApplicationScoped
public class PublishEdition {

    private final Cycles cycles;
    private final Editions editions;
    private final Programs programs;
    private final Scribe scribe;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    PublishEdition(
            Cycles cycles,
            Editions editions,
            Programs programs,
            Scribe scribe,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.cycles = cycles;
        this.editions = editions;
        this.programs = programs;
        this.scribe = scribe;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes it.
     *
     * @throws RefusedException if there is no such cycle, or a rule of {@link Edition#publish} says no
     */
    @Transactional
    public Edition.Title publish(CycleId id, Person by) {
        var cycle = cycles.find(id).orElseThrow(() -> new RefusedException(new NoSuchCycle(id)));
        var newest = editions.holdNewest(id);
        LocalDate today = LocalDate.now(clock);
        var menu = programs.list(
                new Programs.Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true),
                        today,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Integer.MAX_VALUE);
        Edition edition = Edition.publish(
                        new EditionId(ids.next()), cycle, newest, menu, scribe, by, today, clock.instant())
                .orRefuse()
                .state();
        editions.add(edition);
        Edition.Title title = edition.title();
        audit.record(
                new AuditTrail.Change("EditionPublished", title.id().value().toString(), null, title));
        return title;
    }
}
