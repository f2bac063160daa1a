package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;

/** Registers what a partner offers. */
@ApplicationScoped
public class RegisterProgram {

    private final Partners partners;
    private final Programs programs;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RegisterProgram(Partners partners, Programs programs, Outbox outbox, AuditTrail audit, Ids ids, Clock clock) {
        this.partners = partners;
        this.programs = programs;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers a program.
     *
     * @throws RefusedException if there is no such partner within reach, it has a program of that name, or the prices
     *     are none
     */
    @Transactional
    public Versioned<Program> register(
            PartnerId partnerId, Program.Description description, PriceSheet.Asked prices, Reach reach) {
        // Holding the partner holds the names of its programs.
        Partner partner = partners.hold(partnerId)
                .filter(found -> reach.covers(found.value().id()))
                .orElseThrow(() -> new RefusedException(new NoSuchPartner(partnerId)))
                .value();
        var registered = Program.register(
                        new ProgramId(ids.next()),
                        partner,
                        description,
                        prices,
                        programs.find(partnerId, description.name()),
                        clock.instant())
                .orRefuse();
        Program program = registered.state();
        long version = programs.store(program, 0);
        outbox.add(registered.events());
        audit.record(
                new AuditTrail.Change("ProgramRegistered", program.id().value().toString(), null, program));
        return new Versioned<>(program, version);
    }
}
