package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.kernel.AuditTrail;
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
import org.partnershipfund.portfolio.program.ProgramRefusal.NoSuchProgram;
import org.partnershipfund.portfolio.program.Programs;

/** Describes a program anew, or gives it new prices from a day on. */
@ApplicationScoped
public class ChangeProgram {

    private final Partners partners;
    private final Programs programs;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeProgram(Partners partners, Programs programs, Outbox outbox, AuditTrail audit, Clock clock) {
        this.partners = partners;
        this.programs = programs;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes a program; what is sent as it was changes nothing and says nothing.
     *
     * @param seen the program's version that the caller decided upon
     * @throws RefusedException if there is no such program within reach, or a rule of {@link Program#change} says no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Program> change(
            ProgramId id, long seen, Program.Description description, PriceSheet.Asked prices, Reach reach) {
        Partner partner = holdPartnerOf(id, reach);
        var read = programs.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchProgram(id)))
                .expecting(id.value(), seen);
        var now = clock.instant();
        var namesake = programs.find(partner.id(), description.name()).filter(other -> !other.equals(id));
        var changed = Program.change(
                        read.value(),
                        partner,
                        description,
                        prices,
                        namesake,
                        LocalDate.ofInstant(now, clock.getZone()),
                        now)
                .orRefuse();
        if (changed.events().isEmpty()) {
            return read;
        }
        long version = programs.store(changed.state(), read.version());
        outbox.add(changed.events());
        audit.record(new AuditTrail.Change("ProgramChanged", id.value().toString(), read.value(), changed.state()));
        return new Versioned<>(changed.state(), version);
    }

    /** Always partner, then program: holding the partner holds the names of its programs. */
    private Partner holdPartnerOf(ProgramId id, Reach reach) {
        PartnerId partner = programs.partnerOf(id)
                .filter(reach::covers)
                .orElseThrow(() -> new RefusedException(new NoSuchProgram(id)));
        return partners.hold(partner)
                .orElseThrow(() -> new RefusedException(new NoSuchPartner(partner)))
                .value();
    }
}
