package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.Grading;
import org.partnershipfund.portfolio.vetting.Rating;
import org.partnershipfund.portfolio.vetting.Restatement;

/** What a reviewer said again, as it lies in table {@code restatement}. */
@Embeddable
record RestatementCell(
        int round, String issuer, String subject, String criterion, String rating, String reason, Instant at) {

    static RestatementCell of(Restatement said) {
        return new RestatementCell(
                said.round(),
                said.reviewer().issuer(),
                said.reviewer().subject(),
                said.rating().criterion(),
                said.rating().grading().word(),
                said.rating().reason(),
                said.at());
    }

    Restatement restatement() {
        return new Restatement(
                new Person(issuer, subject), round, new Rating(criterion, Grading.of(rating), reason), at);
    }
}
