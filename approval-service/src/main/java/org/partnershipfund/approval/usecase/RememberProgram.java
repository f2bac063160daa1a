package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.partnershipfund.approval.menu.Partners;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.Program.Vetting;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Programs;
import org.partnershipfund.kernel.AuditTrail;

/** portfolio-service told us of a partner or a program: remember what schools may choose. */
@ApplicationScoped
public class RememberProgram {

    private final Partners partners;
    private final Programs programs;
    private final AuditTrail audit;

    RememberProgram(Partners partners, Programs programs, AuditTrail audit) {
        this.partners = partners;
        this.programs = programs;
        this.audit = audit;
    }

    /** Remembers a registered organisation. */
    @Transactional
    public void partner(UUID partner, String name) {
        partners.keep(partner, name);
        audit.record(new AuditTrail.Change("PartnerRemembered", partner.toString(), null, name));
    }

    /**
     * Remembers a program as it is told, new or changed; what was heard of its prices and vetting stays.
     *
     * @return whether its partner was heard of
     */
    @Transactional
    public boolean told(Program told) {
        if (!partners.isRegistered(told.partner())) {
            return false;
        }
        var known = programs.find(told.id());
        Program next = known.map(before -> before.told(told)).orElse(told);
        programs.keep(next);
        audit.record(
                new AuditTrail.Change("ProgramRemembered", told.id().value().toString(), known.orElse(null), next));
        return true;
    }

    /**
     * Remembers that a program is on the menu.
     *
     * @return whether the program was heard of
     */
    @Transactional
    public boolean vetted(ProgramId id, Vetting vetting) {
        var known = programs.find(id);
        known.ifPresent(before -> {
            Program next = before.vetted(vetting);
            programs.keep(next);
            audit.record(new AuditTrail.Change("VettingRemembered", id.value().toString(), before, next));
        });
        return known.isPresent();
    }

    /**
     * Remembers that a program is off the menu, or back on it.
     *
     * @param application by which it was vetted
     * @return whether that vetting was heard of
     */
    @Transactional
    public boolean standing(ProgramId id, UUID application, boolean suspended) {
        var known = programs.find(id).filter(program -> program.knows(application));
        known.ifPresent(before -> {
            Program next = before.standing(application, suspended);
            programs.keep(next);
            audit.record(new AuditTrail.Change(
                    suspended ? "SuspensionRemembered" : "ReinstatementRemembered",
                    id.value().toString(),
                    before,
                    next));
        });
        return known.isPresent();
    }
}
