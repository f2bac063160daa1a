package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchPartnership;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchSchool;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NotYourPartnership;
import org.partnershipfund.portfolio.catalogue.Partnership;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.catalogue.Partnerships;
import org.partnershipfund.portfolio.catalogue.Rating;
import org.partnershipfund.portfolio.catalogue.Schools;
import org.partnershipfund.portfolio.catalogue.Standing;
import org.partnershipfund.portfolio.catalogue.Voice;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ProgramRefusal.NoSuchProgram;
import org.partnershipfund.portfolio.program.Programs;

/** Registers partnerships, keeps what school and partner say of them, and hears of those the fund pays for. */
@ApplicationScoped
public class KeepPartnerships {

    private final Partnerships partnerships;
    private final Programs programs;
    private final Schools schools;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    KeepPartnerships(
            Partnerships partnerships,
            Programs programs,
            Schools schools,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.partnerships = partnerships;
        this.programs = programs;
        this.schools = schools;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers a partnership.
     *
     * @throws RefusedException if program or school are not known, somebody else speaks for them, or they are partners
     *     in that year already
     */
    @Transactional
    public Versioned<Partnership> register(
            ProgramId program, SchoolCode school, FiscalYear year, Details details, Standing standing) {
        PartnerId partner =
                programs.partnerOf(program).orElseThrow(() -> new RefusedException(new NoSuchProgram(program)));
        if (schools.find(school).isEmpty()) {
            throw new RefusedException(new NoSuchSchool(school));
        }
        Voice by =
                standing.voice(school, partner).orElseThrow(() -> new RefusedException(new NotYourPartnership(school)));
        partnerships.holdNew(program);
        Instant now = clock.instant();
        return keep(
                Partnership.register(
                        new PartnershipId(ids.next()),
                        program,
                        school,
                        year,
                        details,
                        Optional.empty(),
                        partnerships
                                .hold(program, school, year)
                                .map(twin -> twin.value().id()),
                        by,
                        day(now),
                        now),
                Optional.empty(),
                "PartnershipRegistered");
    }

    /**
     * Describes a partnership anew; what is sent as it was changes nothing.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if there is none that the caller speaks for, or a rule says no
     */
    @Transactional
    public Versioned<Partnership> change(PartnershipId id, long seen, Details details, Standing standing) {
        Instant now = clock.instant();
        return onHeld(
                id,
                seen,
                held -> standing.speaksFor(held.school(), partnerOf(held)),
                held -> Partnership.change(
                        held,
                        details,
                        standing.voice(held.school(), partnerOf(held)).orElseThrow(),
                        day(now),
                        now),
                "PartnershipChanged");
    }

    /**
     * Verifies that a partnership took place, and rates it.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if there is none at a school that the caller leads, or its year does not run
     */
    @Transactional
    public Versioned<Partnership> verify(PartnershipId id, long seen, Rating rating, Standing standing) {
        Instant now = clock.instant();
        return onHeld(
                id,
                seen,
                held -> standing.speaksForSchool(held.school()),
                held -> Partnership.verify(held, rating, day(now), now),
                "PartnershipVerified");
    }

    /** A contract of the fund pays for a program at a school; told twice it changes nothing. */
    @Transactional
    public void contracted(ProgramId program, SchoolCode school, FiscalYear year, UUID contract) {
        partnerships.holdNew(program);
        var known = partnerships.hold(program, school, year);
        var _ = keep(
                Partnership.contracted(
                        known.map(Versioned::value),
                        new PartnershipId(ids.next()),
                        program,
                        school,
                        year,
                        contract,
                        clock.instant()),
                known,
                "PartnershipContracted");
    }

    /** Whether the program is registered here. */
    @Transactional
    public boolean knows(ProgramId program) {
        return programs.partnerOf(program).isPresent();
    }

    private Versioned<Partnership> onHeld(
            PartnershipId id,
            long seen,
            Predicate<Partnership> may,
            Function<Partnership, Decision<Partnership>> decide,
            String action) {
        var read = partnerships
                .hold(id)
                .filter(held -> may.test(held.value()))
                .orElseThrow(() -> new RefusedException(new NoSuchPartnership(id)))
                .expecting(id.value(), seen);
        return keep(decide.apply(read.value()), Optional.of(read), action);
    }

    private Versioned<Partnership> keep(
            Decision<Partnership> decision, Optional<Versioned<Partnership>> read, String action) {
        var accepted = decision.orRefuse();
        Partnership next = accepted.state();
        if (read.map(Versioned::value).filter(next::equals).isPresent()) {
            return read.get();
        }
        long version = partnerships.store(next, read.map(Versioned::version).orElse(0L));
        outbox.add(accepted.events());
        audit.record(new AuditTrail.Change(
                action, next.id().value().toString(), read.map(Versioned::value).orElse(null), next));
        return new Versioned<>(next, version);
    }

    private PartnerId partnerOf(Partnership partnership) {
        return programs.partnerOf(partnership.program()).orElseThrow();
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, clock.getZone());
    }
}
