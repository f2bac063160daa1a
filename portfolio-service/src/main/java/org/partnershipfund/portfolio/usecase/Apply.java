package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Cycles;
import org.partnershipfund.portfolio.cycle.Delivery;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.vetting.Answer;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.Intent;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownProgram;

/** Applies for a place on the menu: says so, and answers, at once or later. */
@ApplicationScoped
public class Apply {

    private final Programs programs;
    private final Cycles cycles;
    private final Applications applications;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Apply(
            Programs programs,
            Cycles cycles,
            Applications applications,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.programs = programs;
        this.cycles = cycles;
        this.applications = applications;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a partner fills in.
     *
     * @param answers empty if they follow later
     */
    public record Form(
            ProgramId program, CycleId cycle, String category, Delivery delivery, Optional<List<Answer>> answers) {}

    /**
     * Applies.
     *
     * @param by who applies
     * @throws RefusedException if the program is not within reach, there is no such cycle, or a rule of
     *     {@link Application#intend} or {@link Application#answer} says no
     */
    @Transactional
    public Versioned<Application> apply(Form form, Person by, Reach reach) {
        Program program = programs.hold(form.program())
                .map(Versioned::value)
                .filter(found -> reach.covers(found.partner()))
                .orElseThrow(() -> new RefusedException(new UnknownProgram(form.program())));
        Cycle cycle = cycles.find(form.cycle()).orElseThrow(() -> new RefusedException(new UnknownCycle(form.cycle())));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        var intent = new Intent(
                program.id(),
                program.partner(),
                cycle.id(),
                form.category(),
                program.description().area(),
                form.delivery(),
                by,
                now);
        var intended = Application.intend(
                        new ApplicationId(ids.next()),
                        intent,
                        program,
                        cycle,
                        today,
                        applications.find(program.id(), cycle.id(), form.category()))
                .orRefuse();
        List<DomainEvent> events = new ArrayList<>(intended.events());
        Application application = intended.state();
        if (form.answers().isPresent()) {
            var answered = Application.answer(application, cycle, form.answers().get(), by, today, now)
                    .orRefuse();
            application = answered.state();
            events.addAll(answered.events());
        }
        long version = applications.store(application, 0);
        outbox.add(events);
        audit.record(new AuditTrail.Change(
                form.answers().isPresent() ? "ApplicationSubmitted" : "ApplicationIntended",
                application.id().value().toString(),
                null,
                Audited.of(application)));
        return new Versioned<>(application, version);
    }

    /**
     * Hands in the answers, for the first time or after a request for changes.
     *
     * @param seen the application's version that the caller decided upon
     * @param by who answers
     * @throws RefusedException if there is no such application within reach, or a rule of {@link Application#answer} says
     *     no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Application> answer(ApplicationId id, long seen, List<Answer> answers, Person by, Reach reach) {
        var read = applications
                .hold(id)
                .filter(found -> reach.covers(found.value().intent().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchApplication(id)))
                .expecting(id.value(), seen);
        var intent = read.value().intent();
        // What is said about one program is said in the order in which it becomes true, also by its changes.
        var _ = programs.hold(intent.program());
        Instant now = clock.instant();
        var answered = Application.answer(
                        read.value(),
                        cycles.find(intent.cycle())
                                .orElseThrow(() -> new IllegalStateException("no cycle of application " + id)),
                        answers,
                        by,
                        LocalDate.ofInstant(now, clock.getZone()),
                        now)
                .orRefuse();
        long version = applications.store(answered.state(), read.version());
        outbox.add(answered.events());
        audit.record(new AuditTrail.Change(
                "ApplicationSubmitted", id.value().toString(), Audited.of(read.value()), Audited.of(answered.state())));
        return new Versioned<>(answered.state(), version);
    }
}
