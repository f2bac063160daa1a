package org.partnershipfund.approval.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.ConductRefusal.ParentOnStaff;
import org.partnershipfund.approval.council.CouncilEvent.CouncilSeatTaken;
import org.partnershipfund.approval.council.CouncilRefusal.AlternateWithoutAbsence;
import org.partnershipfund.approval.council.CouncilRefusal.CoChairNotSeated;
import org.partnershipfund.approval.council.CouncilRefusal.NotSittingThen;
import org.partnershipfund.approval.council.CouncilRefusal.PersonSeatedTwice;
import org.partnershipfund.approval.council.CouncilRefusal.PrincipalHasNoAlternate;
import org.partnershipfund.approval.council.CouncilRefusal.PrincipalMissing;
import org.partnershipfund.approval.council.CouncilRefusal.SeatEndsBeforeItBegins;
import org.partnershipfund.approval.council.CouncilRefusal.TooManySeats;
import org.partnershipfund.approval.council.CouncilRules.Constitution;
import org.partnershipfund.approval.council.CouncilRules.Places;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A school's council: everybody who sits, sat or will sit on it.
 *
 * @param coChair the member who chairs it with the principal
 */
public record Council(SchoolCode school, Constitution constitution, Person coChair, List<Seat> seats) {

    public Council {
        seats = List.copyOf(seats);
    }

    /**
     * A seat as it is asked for, without an id.
     *
     * @param worksAtTheSchool what whoever seats the council says; no parent does
     */
    public record Asked(
            Group group,
            boolean alternate,
            Person member,
            Optional<String> name,
            LocalDate from,
            Optional<LocalDate> until,
            boolean worksAtTheSchool) {

        private Seat seat(SeatId id) {
            return new Seat(id, group, alternate, member, name, from, until);
        }
    }

    /** What is asked for: who the council is made of, who chairs, who sits. */
    public record Seating(Constitution constitution, Person coChair, List<Asked> seats) {
        public Seating {
            seats = List.copyOf(seats);
        }
    }

    /**
     * Seats the council, or seats it anew: who is asked for sits, who sat and is asked for no longer ends yesterday. A seat
     * that would have begun today or later never came to be.
     *
     * <p>Source: docs/policy/school-site-council.md §2.
     *
     * @param before the council so far
     * @param places how many full seats each group has
     */
    public static Decision<Council> seat(
            Optional<Council> before,
            SchoolCode school,
            Seating asked,
            Places places,
            Ids ids,
            LocalDate today,
            Instant at) {
        List<Seat> known = before.map(Council::seats).orElse(List.of());
        Optional<Asked> onStaff = asked.seats().stream()
                .filter(seat -> seat.group() == Group.PARENT && seat.worksAtTheSchool())
                .findFirst();
        if (onStaff.isPresent()) {
            return Decision.refuse(new ParentOnStaff(onStaff.get().member().subject()));
        }
        List<Seat> wanted = wanted(known, asked.seats(), ids);
        Optional<Refusal> refused = refusal(wanted, asked.coChair(), places);
        if (refused.isPresent()) {
            return Decision.refuse(refused.get());
        }
        List<Seat> next = new ArrayList<>(wanted);
        List<CouncilEvent> events = new ArrayList<>();
        for (Seat seat : known) {
            if (wanted.stream().noneMatch(seat::isTheSamePlaceAs)) {
                // Who never sat for a whole day is not part of the council's past; the audit trail still knows.
                if (!seat.from().isBefore(today)) {
                    events.add(new CouncilSeatTaken(school, seat, true, at));
                    continue;
                }
                Seat ended = ended(seat, today.minusDays(1));
                next.add(ended);
                if (!ended.equals(seat)) {
                    events.add(new CouncilSeatTaken(school, ended, false, at));
                }
            }
        }
        for (Seat seat : wanted) {
            if (known.stream()
                    .noneMatch(old -> old.id().equals(seat.id()) && old.until().equals(seat.until()))) {
                events.add(new CouncilSeatTaken(school, seat, false, at));
            }
        }
        return Decision.accept(new Council(school, asked.constitution(), asked.coChair(), next), events);
    }

    private static List<Seat> wanted(List<Seat> known, List<Asked> asked, Ids ids) {
        List<Seat> wanted = new ArrayList<>();
        for (Asked one : asked) {
            Seat seat = one.seat(new SeatId(ids.next()));
            wanted.add(known.stream()
                    .filter(seat::isTheSamePlaceAs)
                    .findFirst()
                    .map(kept -> kept.with(one.name(), one.until()))
                    .orElse(seat));
        }
        return wanted;
    }

    private static Seat ended(Seat seat, LocalDate last) {
        boolean endedBefore = seat.until().map(until -> !until.isAfter(last)).orElse(false);
        return endedBefore ? seat : seat.with(seat.name(), Optional.of(last));
    }

    private static Optional<Refusal> refusal(List<Seat> wanted, Person coChair, Places places) {
        for (Seat seat : wanted) {
            Optional<Refusal> refused = refusal(seat, wanted, places);
            if (refused.isPresent()) {
                return refused;
            }
        }
        if (wanted.stream().noneMatch(seat -> seat.group() == Group.PRINCIPAL)) {
            return Optional.of(new PrincipalMissing());
        }
        return wanted.stream()
                        .anyMatch(seat -> seat.group() != Group.PRINCIPAL
                                && !seat.alternate()
                                && seat.member().equals(coChair))
                ? Optional.empty()
                : Optional.of(new CoChairNotSeated(coChair.subject()));
    }

    private static Optional<Refusal> refusal(Seat seat, List<Seat> wanted, Places places) {
        LocalDate until = seat.until().orElse(seat.from());
        if (until.isBefore(seat.from())) {
            return Optional.of(new SeatEndsBeforeItBegins(seat.group(), seat.from(), until));
        }
        if (seat.group() == Group.PRINCIPAL && seat.alternate()) {
            return Optional.of(new PrincipalHasNoAlternate());
        }
        if (wanted.stream()
                .anyMatch(other -> !other.id().equals(seat.id())
                        && other.member().equals(seat.member())
                        && other.overlaps(seat))) {
            return Optional.of(new PersonSeatedTwice(seat.member().subject()));
        }
        long full = wanted.stream()
                .filter(other -> !other.alternate() && other.group() == seat.group() && other.sitsOn(seat.from()))
                .count();
        return !seat.alternate() && full > places.of(seat.group())
                ? Optional.of(
                        new TooManySeats(seat.group(), Math.toIntExact(full), places.of(seat.group()), seat.from()))
                : Optional.empty();
    }

    /** How many full seats somebody holds on that day. */
    public int seatedOn(LocalDate day) {
        return Math.toIntExact(seats.stream()
                .filter(seat -> !seat.alternate() && seat.sitsOn(day))
                .count());
    }

    /** The seat, full or alternate, that the person holds on that day. */
    public Optional<Seat> seatOf(Person person, LocalDate day) {
        return seats.stream()
                .filter(seat -> seat.member().equals(person) && seat.sitsOn(day))
                .findFirst();
    }

    /** Whether the person is one of the two who chair on that day. */
    public boolean isChairedBy(Person person, LocalDate day) {
        return seatOf(person, day)
                .filter(seat -> seat.group() == Group.PRINCIPAL || (!seat.alternate() && person.equals(coChair)))
                .isPresent();
    }

    /**
     * The ties that members who are present declared in earlier motions: each is recused from the start, whatever seat
     * they hold now.
     *
     * <p>Source: docs/policy/school-site-council.md §5.5.
     */
    public List<Ballot> ties(List<Motion> earlier, List<Seat> present) {
        List<Ballot> ties = new ArrayList<>();
        for (Seat seat : present) {
            earlier.stream()
                    .flatMap(motion -> motion.ballots().stream())
                    .filter(Ballot::stands)
                    .filter(ballot -> ballot.member()
                            .or(() -> memberOn(ballot.seat()))
                            .filter(seat.member()::equals)
                            .isPresent())
                    .findFirst()
                    .ifPresent(tie -> ties.add(tie.of(seat.id())));
        }
        return ties;
    }

    /** Who holds or held the seat. */
    public Optional<Person> memberOn(SeatId id) {
        return seats.stream()
                .filter(seat -> seat.id().equals(id))
                .map(Seat::member)
                .findFirst();
    }

    /**
     * Those recorded as present who still sit: who was replaced meanwhile is present no longer.
     *
     * <p>Source: docs/policy/school-site-council.md §2.6.
     */
    public List<Seat> stillPresent(Set<SeatId> recorded, LocalDate day) {
        return seats.stream()
                .filter(seat -> recorded.contains(seat.id()) && seat.sitsOn(day))
                .toList();
    }

    /** The seats of those who are present; an alternate needs an absent member of the same group. */
    public Decision<List<Seat>> present(Set<SeatId> present, LocalDate day) {
        List<Seat> sitting = seats.stream().filter(seat -> seat.sitsOn(day)).toList();
        Set<SeatId> unknown = new HashSet<>(present);
        sitting.forEach(seat -> unknown.remove(seat.id()));
        if (!unknown.isEmpty()) {
            return Decision.refuse(new NotSittingThen(unknown.iterator().next(), day));
        }
        for (Group group : Group.values()) {
            List<Seat> of =
                    sitting.stream().filter(seat -> seat.group() == group).toList();
            long absent = of.stream()
                    .filter(seat -> !seat.alternate() && !present.contains(seat.id()))
                    .count();
            long alternates = of.stream()
                    .filter(seat -> seat.alternate() && present.contains(seat.id()))
                    .count();
            if (alternates > absent) {
                return Decision.refuse(new AlternateWithoutAbsence(group, alternates, absent));
            }
        }
        return Decision.accept(
                sitting.stream().filter(seat -> present.contains(seat.id())).toList());
    }
}
