package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.council.Associates;
import org.partnershipfund.approval.council.CoChair;
import org.partnershipfund.approval.council.CoChairs;
import org.partnershipfund.approval.council.ConductRefusal.AssociateHasASeat;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Council.Seating;
import org.partnershipfund.approval.council.CouncilEvent;
import org.partnershipfund.approval.council.CouncilEvent.CouncilSeatTaken;
import org.partnershipfund.approval.council.CouncilRefusal.CouncilExists;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchCouncil;
import org.partnershipfund.approval.council.CouncilRulebook;
import org.partnershipfund.approval.council.CouncilRules.Constitution;
import org.partnershipfund.approval.council.Councils;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Seats a School Site Council; whoever sits may act for the school from the first day of the seat on. */
@ApplicationScoped
public class SeatCouncil {

    private final Councils councils;
    private final CouncilRulebook rules;
    private final Associates associates;
    private final CoChairs coChairs;
    private final SchoolRoles roles;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    SeatCouncil(
            Councils councils,
            CouncilRulebook rules,
            Associates associates,
            CoChairs coChairs,
            SchoolRoles roles,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.councils = councils;
        this.rules = rules;
        this.associates = associates;
        this.coChairs = coChairs;
        this.roles = roles;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Seats a school's first council.
     *
     * @throws RefusedException if the school has one, or the seats do not fit
     */
    @Transactional
    public Versioned<Council> first(SchoolCode school, Seating asked) {
        councils.hold(school);
        if (councils.find(school).isPresent()) {
            throw new RefusedException(new CouncilExists(school));
        }
        return seat(Optional.empty(), school, asked);
    }

    /**
     * Seats the council anew.
     *
     * @param seen the council's version that the caller decided upon
     * @throws RefusedException if there is none, or the seats do not fit
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Council> anew(SchoolCode school, long seen, Seating asked) {
        councils.hold(school);
        var read = councils.find(school)
                .orElseThrow(() -> new RefusedException(new NoSuchCouncil(school)))
                .expecting(school, seen);
        return seat(Optional.of(read), school, asked);
    }

    private Versioned<Council> seat(Optional<Versioned<Council>> read, SchoolCode school, Seating asked) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        var before = read.map(Versioned::value);
        var places = rules.on(today).places(asked.constitution());
        var seated =
                Council.seat(before, school, asked, places, ids, today, now).orRefuse();
        Council council = seated.state();
        for (Associate associate : associates.of(school)) {
            council.seats().stream().filter(associate::meets).findFirst().ifPresent(seat -> {
                throw new RefusedException(new AssociateHasASeat(seat.member().subject()));
            });
        }
        long version = councils.store(council, read.map(Versioned::version).orElse(0L), now);
        if (before.filter(known -> known.coChair().equals(council.coChair())).isEmpty()) {
            coChairs.add(school, new CoChair.Named(council.coChair(), today));
        }
        seated.events().forEach(this::open);
        outbox.add(seated.events());
        audit.record(new AuditTrail.Change(
                "CouncilSeated", school.value(), before.map(Audited::of).orElse(null), Audited.of(council)));
        return new Versioned<>(council, version);
    }

    private void open(DomainEvent event) {
        if (event instanceof CouncilEvent of) {
            switch (of) {
                case CouncilSeatTaken(SchoolCode school, Seat seat, boolean cancelled, var _) -> {
                    for (SchoolRole role : roles(seat.group())) {
                        if (cancelled) {
                            roles.cancel(seat.member(), role, school, seat.from());
                        } else {
                            roles.record(seat.member(), role, school, seat.from(), seat.until());
                        }
                    }
                }
            }
        }
    }

    private static Set<SchoolRole> roles(Group group) {
        return switch (group) {
            case PRINCIPAL -> Set.of(SchoolRole.COUNCIL_MEMBER, SchoolRole.SCHOOL_LEADER);
            case TEACHER, PARENT, STUDENT -> Set.of(SchoolRole.COUNCIL_MEMBER);
        };
    }

    /** A council as the audit trail may keep it: names only as digests. */
    record Audited(SchoolCode school, Constitution constitution, Person coChair, List<AuditedSeat> seats) {

        static Audited of(Council council) {
            return new Audited(
                    council.school(),
                    council.constitution(),
                    council.coChair(),
                    council.seats().stream().map(AuditedSeat::of).toList());
        }

        /** A seat with its name as a digest. */
        record AuditedSeat(
                String id,
                Group group,
                boolean alternate,
                Person member,
                Optional<Personal> name,
                LocalDate from,
                Optional<LocalDate> until) {

            static AuditedSeat of(Seat seat) {
                return new AuditedSeat(
                        seat.id().value().toString(),
                        seat.group(),
                        seat.alternate(),
                        seat.member(),
                        seat.name().map(name -> new Personal(seat.member().subject(), name)),
                        seat.from(),
                        seat.until());
            }
        }
    }
}
