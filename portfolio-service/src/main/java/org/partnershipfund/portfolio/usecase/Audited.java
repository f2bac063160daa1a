package org.partnershipfund.portfolio.usecase;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.Application.Intended;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Returned;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Suspended;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.DeclaredTie;

/**
 * An application as the audit trail may keep it: what binds somebody to a partner only as a digest.
 *
 * @param application without its ties
 */
record Audited(String state, Application application, List<AuditedTie> ties) {

    /** Who declared a tie, and when; which one is personal. */
    record AuditedTie(Person person, Personal tie, Instant at) {

        private static AuditedTie of(DeclaredTie declared) {
            return new AuditedTie(
                    declared.person(),
                    new Personal(declared.person().subject(), declared.tie().word()),
                    declared.at());
        }
    }

    static Audited of(Application application) {
        return new Audited(
                application.word(),
                untied(application),
                application.dossier().ties().stream().map(AuditedTie::of).toList());
    }

    private static Application untied(Application application) {
        return switch (application) {
            case Intended(var dossier) -> new Intended(dossier.untied());
            case Submitted(var dossier) -> new Submitted(dossier.untied());
            case Returned(var dossier) -> new Returned(dossier.untied());
            case Vetted vetted -> untied(vetted);
            case Suspended(var vetted) -> new Suspended(untied(vetted));
            case Refused(var dossier, var ruling, var by, var at) -> new Refused(dossier.untied(), ruling, by, at);
            case Withdrawn(var dossier, var reason, var at) -> new Withdrawn(dossier.untied(), reason, at);
        };
    }

    private static Vetted untied(Vetted vetted) {
        return new Vetted(vetted.dossier().untied(), vetted.ruling(), vetted.by(), vetted.decidedAt());
    }
}
