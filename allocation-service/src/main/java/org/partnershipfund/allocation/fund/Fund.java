package org.partnershipfund.allocation.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.fund.FundEvent.FundAppropriated;
import org.partnershipfund.allocation.fund.FundEvent.FundAppropriated.Line;
import org.partnershipfund.allocation.fund.FundEvent.FundClosed;
import org.partnershipfund.allocation.fund.FundEvent.FundOpened;
import org.partnershipfund.allocation.fund.FundRefusal.AdoptedDiffers;
import org.partnershipfund.allocation.fund.FundRefusal.AdoptedInTheFuture;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyAllocated;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyAppropriated;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyClosed;
import org.partnershipfund.allocation.fund.FundRefusal.FundExists;
import org.partnershipfund.allocation.fund.FundRefusal.NotAllocatedYet;
import org.partnershipfund.allocation.fund.FundRefusal.NotAppropriatedYet;
import org.partnershipfund.allocation.fund.FundRefusal.PoolNotPositive;
import org.partnershipfund.allocation.fund.FundRefusal.PublicationTooEarly;
import org.partnershipfund.allocation.fund.FundRefusal.RevisionOpen;
import org.partnershipfund.allocation.fund.FundRefusal.YearNotOver;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/** A fund is always in exactly one of these states; each state offers only the steps that it allows. */
public sealed interface Fund {

    FundId id();

    /** What was fixed when the fund was opened; it is the same in every state. */
    Terms terms();

    /**
     * What the district decides before anything is shared out.
     *
     * @param name unique within the fiscal year
     * @param pool what may be allocated in all; more than nothing
     * @param retruedToOctober whether published amounts may be brought to what the same rules say of the pupils that
     *     were counted in October (docs/policy/allocation.md §7.10)
     */
    record Terms(
            String name,
            FiscalYear year,
            Money pool,
            ChartOfAccounts chart,
            FundCalendar calendar,
            boolean retruedToOctober) {
        public Terms {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a fund has a name");
            }
            if (!pool.isPositive()) {
                throw new IllegalArgumentException("a pool is more than nothing: " + pool);
            }
            calendar.fault().ifPresent(fault -> {
                throw new IllegalArgumentException(fault.sentence());
            });
        }

        /** What is published stays, whatever October counts. */
        public Terms(String name, FiscalYear year, Money pool, ChartOfAccounts chart, FundCalendar calendar) {
            this(name, year, pool, chart, calendar, false);
        }
    }

    /** The pool is known, the schools' parts are not. */
    record Open(FundId id, Terms terms, Instant openedAt) implements Fund {

        private Allocated allocate(UUID scenario, Instant at) {
            return new Allocated(this, scenario, at);
        }
    }

    /**
     * The schools know their parts; the figures are a proposal until the budget is adopted.
     *
     * @param scenario the published scenario that holds the parts
     */
    record Allocated(Open open, UUID scenario, Instant allocatedAt) implements Fund {
        @Override
        public FundId id() {
            return open.id();
        }

        @Override
        public Terms terms() {
            return open.terms();
        }

        private Appropriated appropriate(Adoption adoption, Instant at) {
            return new Appropriated(this, adoption, at);
        }
    }

    /** The budget is adopted; the lines may be encumbered. */
    record Appropriated(Allocated allocated, Adoption adoption, Instant appropriatedAt) implements Fund {
        @Override
        public FundId id() {
            return allocated.id();
        }

        @Override
        public Terms terms() {
            return allocated.terms();
        }
    }

    /** The year is over; nothing is allocated, revised or set aside any more. */
    record Closed(Appropriated appropriated, Instant closedAt) implements Fund {
        @Override
        public FundId id() {
            return appropriated.id();
        }

        @Override
        public Terms terms() {
            return appropriated.terms();
        }
    }

    /**
     * The decision that makes planned money real.
     *
     * @param amount what was adopted for the fund
     * @param vote the decision, as the district cites it
     * @param on the day of the decision, in the district
     */
    record Adoption(Money amount, String vote, LocalDate on) {}

    /**
     * Opens a fund.
     *
     * @param pool as asked for; refused unless more than nothing
     * @param calendar as asked for; refused unless its days are in order
     * @param namesake the fund of that name and year, if there is one
     */
    static Decision<Fund> open(
            FundId id,
            String name,
            FiscalYear year,
            Money pool,
            ChartOfAccounts chart,
            FundCalendar calendar,
            boolean retruedToOctober,
            Optional<FundId> namesake,
            Instant at) {
        if (!pool.isPositive()) {
            return Decision.refuse(new PoolNotPositive(pool));
        }
        var fault = calendar.fault();
        if (fault.isPresent()) {
            return Decision.refuse(fault.get());
        }
        if (namesake.isPresent()) {
            return Decision.refuse(new FundExists(name, year, namesake.get()));
        }
        Terms terms = new Terms(name, year, pool, chart, calendar, retruedToOctober);
        return Decision.accept(new Open(id, terms, at), new FundOpened(id, terms, at));
    }

    /**
     * Ties the fund to the one scenario that is published, not before the day of its calendar.
     *
     * @param today the day in the district
     */
    static Decision<Fund> allocate(Fund fund, UUID scenario, LocalDate today, Instant at) {
        return switch (fund) {
            case Open open ->
                open.terms()
                        .calendar()
                        .publicationAhead(today)
                        .<Decision<Fund>>map(day -> Decision.refuse(new PublicationTooEarly(open.id(), day, today)))
                        .orElseGet(() -> Decision.accept(open.allocate(scenario, at)));
            case Allocated allocated -> Decision.refuse(AlreadyAllocated.by(allocated));
            case Appropriated appropriated -> Decision.refuse(AlreadyAllocated.by(appropriated.allocated()));
            case Closed closed ->
                Decision.refuse(AlreadyAllocated.by(closed.appropriated().allocated()));
        };
    }

    /**
     * Makes the planned amounts real.
     *
     * @param lines what each funded school has, with every accepted revision
     * @param openRevision one that the ledger has not answered, if there is one
     * @param today the day in the district
     */
    static Decision<Fund> appropriate(
            Fund fund, Adoption adoption, List<Line> lines, Optional<UUID> openRevision, LocalDate today, Instant at) {
        return switch (fund) {
            case Open open -> Decision.refuse(new NotAllocatedYet(open.id()));
            case Allocated allocated ->
                openRevision
                        .<Decision<Fund>>map(open -> Decision.refuse(new RevisionOpen(allocated.id(), open)))
                        .orElseGet(() -> appropriate(allocated, adoption, lines, today, at));
            case Appropriated appropriated -> Decision.refuse(AlreadyAppropriated.by(appropriated));
            case Closed closed -> Decision.refuse(AlreadyAppropriated.by(closed.appropriated()));
        };
    }

    /**
     * Ends the fund's year: what no contract claims lapses.
     *
     * <p>Source: docs/policy/allocation.md §13 "Closing".
     *
     * @param today the day in the district
     */
    static Decision<Fund> close(Fund fund, LocalDate today, Instant at) {
        return switch (fund) {
            case Open _, Allocated _ -> Decision.refuse(new NotAppropriatedYet(fund.id()));
            case Appropriated appropriated -> {
                LocalDate lastDay = fund.terms().year().lastDay();
                yield today.isAfter(lastDay)
                        ? Decision.accept(
                                new Closed(appropriated, at),
                                new FundClosed(fund.id(), fund.terms().year(), at))
                        : Decision.refuse(new YearNotOver(fund.id(), lastDay, today));
            }
            case Closed closed -> Decision.refuse(new AlreadyClosed(closed.id(), closed.closedAt()));
        };
    }

    private static Decision<Fund> appropriate(
            Allocated allocated, Adoption adoption, List<Line> lines, LocalDate today, Instant at) {
        Money published = lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        if (adoption.on().isAfter(today)) {
            return Decision.refuse(new AdoptedInTheFuture(adoption.on(), today));
        }
        if (!adoption.amount().equals(published)) {
            return Decision.refuse(new AdoptedDiffers(adoption.amount(), published));
        }
        return Decision.accept(
                allocated.appropriate(adoption, at),
                new FundAppropriated(allocated.id(), allocated.terms().year(), adoption, lines, at));
    }
}
