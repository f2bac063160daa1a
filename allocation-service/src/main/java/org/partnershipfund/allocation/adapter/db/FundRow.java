package org.partnershipfund.allocation.adapter.db;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.fund.ChartOfAccounts;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.Fund.Adoption;
import org.partnershipfund.allocation.fund.Fund.Allocated;
import org.partnershipfund.allocation.fund.Fund.Appropriated;
import org.partnershipfund.allocation.fund.Fund.Closed;
import org.partnershipfund.allocation.fund.Fund.Open;
import org.partnershipfund.allocation.fund.FundCalendar;
import org.partnershipfund.allocation.fund.FundCalendar.Days;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Versioned;

/** A fund as it lies in table {@code fund}: one row, its state a word. */
@Entity
@Table(name = "fund")
class FundRow {

    @Id
    private UUID id;

    private String name;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "pool_cents")
    private long poolCents;

    private String account;

    @Column(name = "fund_number")
    private String fundNumber;

    private String program;
    private String subclass;
    private String state;

    @Column(name = "allocations_published_on")
    private @Nullable LocalDate allocationsPublishedOn;

    @Column(name = "office_hours_from")
    private @Nullable LocalDate officeHoursFrom;

    @Column(name = "office_hours_to")
    private @Nullable LocalDate officeHoursTo;

    @Column(name = "technical_assistance_from")
    private @Nullable LocalDate technicalAssistanceFrom;

    @Column(name = "technical_assistance_to")
    private @Nullable LocalDate technicalAssistanceTo;

    @Column(name = "selections_due_on")
    private @Nullable LocalDate selectionsDueOn;

    @Column(name = "retrued_to_october")
    private boolean retruedToOctober;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "scenario_id")
    private @Nullable UUID scenarioId;

    @Column(name = "allocated_at")
    private @Nullable Instant allocatedAt;

    @Column(name = "adopted_cents")
    private @Nullable Long adoptedCents;

    private @Nullable String vote;

    @Column(name = "adopted_on")
    private @Nullable LocalDate adoptedOn;

    @Column(name = "appropriated_at")
    private @Nullable Instant appropriatedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected FundRow() {}

    @SuppressWarnings("NullAway.Init") // take fills the rest
    FundRow(Fund fund) {
        id = fund.id().value();
        name = fund.terms().name();
        fiscalYear = fund.terms().year().endYear();
        poolCents = fund.terms().pool().cents();
        account = fund.terms().chart().account();
        fundNumber = fund.terms().chart().fund();
        program = fund.terms().chart().program();
        subclass = fund.terms().chart().subclass();
        FundCalendar calendar = fund.terms().calendar();
        allocationsPublishedOn = calendar.allocationsPublishedOn().orElse(null);
        officeHoursFrom = calendar.officeHours().map(Days::from).orElse(null);
        officeHoursTo = calendar.officeHours().map(Days::to).orElse(null);
        technicalAssistanceFrom = calendar.technicalAssistance().map(Days::from).orElse(null);
        technicalAssistanceTo = calendar.technicalAssistance().map(Days::to).orElse(null);
        selectionsDueOn = calendar.selectionsDueOn().orElse(null);
        retruedToOctober = fund.terms().retruedToOctober();
        take(fund);
    }

    final void take(Fund fund) {
        switch (fund) {
            case Open open -> takeOpen(open);
            case Allocated allocated -> takeAllocated(allocated);
            case Appropriated appropriated -> takeAppropriated(appropriated);
            case Closed closed -> takeClosed(closed);
        }
    }

    private void takeOpen(Open open) {
        state = "open";
        openedAt = open.openedAt();
        modifiedAt = open.openedAt();
    }

    private void takeAllocated(Allocated allocated) {
        takeOpen(allocated.open());
        state = "allocated";
        scenarioId = allocated.scenario();
        allocatedAt = allocated.allocatedAt();
        modifiedAt = allocated.allocatedAt();
    }

    private void takeAppropriated(Appropriated appropriated) {
        takeAllocated(appropriated.allocated());
        state = "appropriated";
        adoptedCents = appropriated.adoption().amount().cents();
        vote = appropriated.adoption().vote();
        adoptedOn = appropriated.adoption().on();
        appropriatedAt = appropriated.appropriatedAt();
        modifiedAt = appropriated.appropriatedAt();
    }

    private void takeClosed(Closed closed) {
        takeAppropriated(closed.appropriated());
        state = "closed";
        closedAt = closed.closedAt();
        modifiedAt = closed.closedAt();
    }

    long version() {
        return version;
    }

    FundId fundId() {
        return new FundId(id);
    }

    Versioned<Fund> versioned() {
        return new Versioned<>(fund(), version);
    }

    private Fund fund() {
        return switch (state) {
            case "open" -> open();
            case "allocated" -> allocated();
            case "appropriated" -> appropriated();
            case "closed" -> new Closed(appropriated(), requireNonNull(closedAt));
            case String unknown -> throw new IllegalStateException("fund %s has state %s".formatted(id, unknown));
        };
    }

    private Open open() {
        return new Open(
                new FundId(id),
                new Fund.Terms(
                        name,
                        new FiscalYear(fiscalYear),
                        new Money(poolCents),
                        new ChartOfAccounts(account, fundNumber, program, subclass),
                        new FundCalendar(
                                Optional.ofNullable(allocationsPublishedOn),
                                days(officeHoursFrom, officeHoursTo),
                                days(technicalAssistanceFrom, technicalAssistanceTo),
                                Optional.ofNullable(selectionsDueOn)),
                        retruedToOctober),
                openedAt);
    }

    private static Optional<Days> days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null ? Optional.empty() : Optional.of(new Days(from, requireNonNull(to)));
    }

    private Allocated allocated() {
        return new Allocated(open(), requireNonNull(scenarioId), requireNonNull(allocatedAt));
    }

    private Appropriated appropriated() {
        return new Appropriated(
                allocated(),
                new Adoption(new Money(requireNonNull(adoptedCents)), requireNonNull(vote), requireNonNull(adoptedOn)),
                requireNonNull(appropriatedAt));
    }
}
