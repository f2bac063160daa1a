package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.DeclaredTie;
import org.partnershipfund.portfolio.vetting.Tie;

/** A declared tie as it lies in table {@code application_tie}. */
@Embeddable
record TieCell(
        String issuer,
        String subject,
        String tie,
        @Column(name = "declared_at") Instant declaredAt) {

    static TieCell of(DeclaredTie declared) {
        return new TieCell(
                declared.person().issuer(),
                declared.person().subject(),
                declared.tie().word(),
                declared.at());
    }

    DeclaredTie declared() {
        return new DeclaredTie(new Person(issuer, subject), Tie.of(tie), declaredAt);
    }
}
