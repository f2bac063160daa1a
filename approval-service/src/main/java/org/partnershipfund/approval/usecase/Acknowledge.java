package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.council.Acknowledgement;
import org.partnershipfund.approval.council.Acknowledgements;
import org.partnershipfund.approval.council.ConductRefusal.NoSeatOfYours;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Members of a council acknowledge every year that they received the summary of the conflict-of-interest law. */
@ApplicationScoped
public class Acknowledge {

    private final ConductDesk desk;
    private final Acknowledgements acknowledgements;
    private final AuditTrail audit;
    private final Clock clock;

    Acknowledge(ConductDesk desk, Acknowledgements acknowledgements, AuditTrail audit, Clock clock) {
        this.desk = desk;
        this.acknowledgements = acknowledgements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who owes it in a year, or said it and when.
     *
     * @param saidAt empty while it is owed
     */
    public record Owed(Seat seat, FiscalYear year, Optional<Instant> saidAt) {}

    /**
     * Acknowledges for the fiscal year of today; said again, what was said first stays.
     *
     * @param summary which edition of the summary was received
     * @throws RefusedException if the caller holds no seat today
     */
    @Transactional
    public Owed acknowledge(SchoolCode school, String summary, Person by, Reach reach) {
        LocalDate today = LocalDate.now(clock);
        FiscalYear year = FiscalYear.of(today);
        Seat seat = desk.council(school, reach)
                .seatOf(by, today)
                .orElseThrow(() -> new RefusedException(new NoSeatOfYours(school)));
        if (said(school, year, by).isEmpty()) {
            var said = new Acknowledgement(school, by, year, summary, clock.instant());
            acknowledgements.add(said);
            audit.record(new AuditTrail.Change("ConflictLawAcknowledged", school.value(), null, said));
        }
        return new Owed(seat, year, said(school, year, by));
    }

    /**
     * Every seat that is held in the year, by its id, with what its holder said.
     *
     * @throws RefusedException if there is no council, or only for others
     */
    public List<Owed> list(SchoolCode school, FiscalYear year, Reach reach) {
        Council council = desk.council(school, reach);
        List<Acknowledgement> said = acknowledgements.of(school, year);
        return council.seats().stream()
                .filter(seat -> !seat.from().isAfter(year.lastDay())
                        && seat.until()
                                .map(last -> !last.isBefore(year.firstDay()))
                                .orElse(true))
                .sorted(Comparator.comparing(seat -> seat.id().value().toString()))
                .map(seat -> new Owed(
                        seat,
                        year,
                        said.stream()
                                .filter(one -> one.member().equals(seat.member()))
                                .map(Acknowledgement::at)
                                .findFirst()))
                .toList();
    }

    private Optional<Instant> said(SchoolCode school, FiscalYear year, Person member) {
        return acknowledgements.of(school, year).stream()
                .filter(one -> one.member().equals(member))
                .map(Acknowledgement::at)
                .findFirst();
    }
}
