package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.partnershipfund.approval.matching.MatchingRefusal.NeedsExist;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSuchNeeds;
import org.partnershipfund.approval.matching.NeedsOfSchools;
import org.partnershipfund.approval.matching.SchoolNeeds;
import org.partnershipfund.approval.matching.Wanted;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A school's leader or its council says what the school needs of partners in a year. */
@ApplicationScoped
public class KeepNeeds {

    private final NeedsOfSchools needs;
    private final SchoolVoices voices;
    private final AuditTrail audit;
    private final Clock clock;

    KeepNeeds(NeedsOfSchools needs, SchoolVoices voices, AuditTrail audit, Clock clock) {
        this.needs = needs;
        this.voices = voices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says the needs of a school and year for the first time.
     *
     * @throws RefusedException if the school is not the caller's, or its needs for the year are kept already
     */
    @Transactional
    public Versioned<SchoolNeeds> first(SchoolCode school, FiscalYear year, Wanted wanted, Person by) {
        voices.mustSpeakFor(school, by);
        needs.hold(school, year);
        if (needs.find(school, year).isPresent()) {
            throw new RefusedException(new NeedsExist(school, year));
        }
        return store(Optional.empty(), new SchoolNeeds(school, year, wanted, by, clock.instant()));
    }

    /**
     * Says them anew.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if the school is not the caller's, or nothing was said before
     * @throws org.partnershipfund.kernel.StaleStateException if they are no longer what the caller saw
     */
    @Transactional
    public Versioned<SchoolNeeds> anew(SchoolCode school, FiscalYear year, long seen, Wanted wanted, Person by) {
        voices.mustSpeakFor(school, by);
        needs.hold(school, year);
        var read = needs.find(school, year)
                .orElseThrow(() -> new RefusedException(new NoSuchNeeds(school, year)))
                .expecting(school, seen);
        return store(Optional.of(read), new SchoolNeeds(school, year, wanted, by, clock.instant()));
    }

    /**
     * The needs of a school.
     *
     * @throws RefusedException if nothing was said for the year, or the school is out of the reader's reach
     */
    public Versioned<SchoolNeeds> read(SchoolCode school, FiscalYear year, Reach reach) {
        return needs.find(school, year)
                .filter(_ -> reach.covers(school))
                .orElseThrow(() -> new RefusedException(new NoSuchNeeds(school, year)));
    }

    private Versioned<SchoolNeeds> store(Optional<Versioned<SchoolNeeds>> read, SchoolNeeds next) {
        long version = needs.store(next, read.map(Versioned::version).orElse(0L));
        audit.record(new AuditTrail.Change(
                "NeedsKept",
                next.school() + "-" + next.year(),
                read.map(Versioned::value).orElse(null),
                next));
        return new Versioned<>(next, version);
    }
}
