package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Cycles;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.vetting.Answer;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.UnknownProgram;

/** Applies for a place on the menu. */
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

    /** What a partner fills in. */
    public record Form(ProgramId program, CycleId cycle, ServiceArea category, int years, List<Answer> answers) {
        public Form {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Applies.
     *
     * @param by who applies
     * @throws RefusedException if the program is not within reach, there is no such cycle, or a rule of
     *     {@link Application#submit} says no
     */
    @Transactional
    public Versioned<Application> apply(Form form, Person by, Reach reach) {
        Program program = programs.hold(form.program())
                .map(Versioned::value)
                .filter(found -> reach.covers(found.partner()))
                .orElseThrow(() -> new RefusedException(new UnknownProgram(form.program())));
        Cycle cycle = cycles.find(form.cycle()).orElseThrow(() -> new RefusedException(new UnknownCycle(form.cycle())));
        var now = clock.instant();
        var request = new Application.Request(
                program.id(), program.partner(), cycle.id(), form.category(), form.years(), form.answers(), by, now);
        var submitted = Application.submit(
                        new ApplicationId(ids.next()),
                        request,
                        program,
                        cycle,
                        LocalDate.ofInstant(now, clock.getZone()),
                        applications.find(program.id(), cycle.id()))
                .orRefuse();
        Application application = submitted.state();
        long version = applications.store(application, 0);
        outbox.add(submitted.events());
        audit.record(new AuditTrail.Change(
                "ApplicationSubmitted", application.id().value().toString(), null, Audited.of(application)));
        return new Versioned<>(application, version);
    }
}
