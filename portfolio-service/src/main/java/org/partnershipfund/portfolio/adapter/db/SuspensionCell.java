package org.partnershipfund.portfolio.adapter.db;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.Suspension;
import org.partnershipfund.portfolio.vetting.Suspension.Reinstatement;

/** A suspension as it lies in table {@code suspension}; only its end is ever added. */
@Embeddable
class SuspensionCell {

    @Column(updatable = false)
    private String reasons;

    @Column(name = "from_day", updatable = false)
    private LocalDate fromDay;

    @Column(updatable = false)
    private String issuer;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private Instant at;

    @Column(name = "reinstated_on")
    private @Nullable LocalDate reinstatedOn;

    @Column(name = "reinstatement_reasons")
    private @Nullable String reinstatementReasons;

    @Column(name = "reinstater_issuer")
    private @Nullable String reinstaterIssuer;

    @Column(name = "reinstater_subject")
    private @Nullable String reinstaterSubject;

    @Column(name = "reinstated_at")
    private @Nullable Instant reinstatedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected SuspensionCell() {}

    SuspensionCell(Suspension suspension) {
        reasons = suspension.reasons();
        fromDay = suspension.from();
        issuer = suspension.by().issuer();
        subject = suspension.by().subject();
        at = suspension.at();
        take(suspension);
    }

    final void take(Suspension suspension) {
        suspension.end().ifPresent(end -> {
            reinstatedOn = end.on();
            reinstatementReasons = end.reasons();
            reinstaterIssuer = end.by().issuer();
            reinstaterSubject = end.by().subject();
            reinstatedAt = end.at();
        });
    }

    Suspension suspension() {
        return new Suspension(
                reasons,
                fromDay,
                new Person(issuer, subject),
                at,
                Optional.ofNullable(reinstatedOn)
                        .map(on -> new Reinstatement(
                                requireNonNull(reinstatementReasons),
                                on,
                                new Person(requireNonNull(reinstaterIssuer), requireNonNull(reinstaterSubject)),
                                requireNonNull(reinstatedAt))));
    }
}
