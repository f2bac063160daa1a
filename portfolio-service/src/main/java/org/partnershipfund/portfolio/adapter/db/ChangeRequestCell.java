package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.ChangeRequest;

/** A request for changes as it lies in table {@code change_request}. */
@Embeddable
record ChangeRequestCell(
        String what, @Column(name = "due_on") LocalDate dueOn, String issuer, String subject, Instant at) {

    static ChangeRequestCell of(ChangeRequest request) {
        return new ChangeRequestCell(
                request.what(),
                request.dueOn(),
                request.by().issuer(),
                request.by().subject(),
                request.at());
    }

    ChangeRequest request() {
        return new ChangeRequest(what, dueOn, new Person(issuer, subject), at);
    }
}
