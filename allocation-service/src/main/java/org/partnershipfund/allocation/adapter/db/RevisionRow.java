package org.partnershipfund.allocation.adapter.db;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.Revision.Accepted;
import org.partnershipfund.allocation.revision.Revision.Proposed;
import org.partnershipfund.allocation.revision.Revision.Refused;
import org.partnershipfund.allocation.revision.Revision.Terms;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Side;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A revision as it lies in table {@code revision}: one row, its state a word. */
@Entity
@Table(name = "revision")
class RevisionRow {

    @Id
    private UUID id;

    @Column(name = "fund_id")
    private UUID fundId;

    @Column(name = "from_school")
    private @Nullable String fromSchool;

    @Column(name = "to_school")
    private @Nullable String toSchool;

    @Column(name = "amount_cents")
    private long amountCents;

    private String reason;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    private String state;

    @Column(name = "available_cents")
    private @Nullable Long availableCents;

    private @Nullable String refusal;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected RevisionRow() {}

    @SuppressWarnings("NullAway.Init") // take fills the rest
    RevisionRow(Revision revision) {
        Terms terms = revision.terms();
        id = terms.id().value();
        fundId = terms.fund().value();
        fromSchool = column(terms.from());
        toSchool = column(terms.to());
        amountCents = terms.amount().cents();
        reason = terms.reason();
        proposedAt = terms.proposedAt();
        take(revision);
    }

    final void take(Revision revision) {
        modifiedAt = revision.changedAt();
        state = switch (revision) {
            case Proposed _ -> "proposed";
            case Accepted _ -> "accepted";
            case Refused refused -> {
                availableCents = refused.available().cents();
                refusal = refused.why();
                yield "refused";
            }
        };
    }

    long version() {
        return version;
    }

    Versioned<Revision> versioned() {
        return new Versioned<>(revision(), version);
    }

    Revision revision() {
        return switch (state) {
            case "proposed" -> proposed();
            case "accepted" -> accepted();
            case "refused" ->
                new Refused(terms(), new Money(requireNonNull(availableCents)), requireNonNull(refusal), modifiedAt);
            case String unknown -> throw new IllegalStateException("revision %s is %s".formatted(id, unknown));
        };
    }

    Proposed proposed() {
        return new Proposed(terms());
    }

    Accepted accepted() {
        return new Accepted(terms(), modifiedAt);
    }

    private Terms terms() {
        return new Terms(
                new RevisionId(id),
                new FundId(fundId),
                side(fromSchool),
                side(toSchool),
                new Money(amountCents),
                reason,
                proposedAt);
    }

    private static @Nullable String column(Side side) {
        return side.line().map(SchoolCode::value).orElse(null);
    }

    private static Side side(@Nullable String column) {
        return Side.of(Optional.ofNullable(column).map(SchoolCode::new));
    }
}
