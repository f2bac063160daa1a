package org.partnershipfund.portfolio.usecase;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
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
                application.ties().stream().map(AuditedTie::of).toList());
    }

    private static Application untied(Application application) {
        return switch (application) {
            case Submitted submitted -> untied(submitted);
            case Vetted(Submitted submitted, var ruling, var by, var at) ->
                new Vetted(untied(submitted), ruling, by, at);
            case Refused(Submitted submitted, var ruling, var by, var at) ->
                new Refused(untied(submitted), ruling, by, at);
            case Withdrawn(Submitted submitted, var reason, var at) -> new Withdrawn(untied(submitted), reason, at);
        };
    }

    private static Submitted untied(Submitted submitted) {
        return new Submitted(submitted.id(), submitted.request(), submitted.reviews(), List.of());
    }
}
