package org.partnershipfund.allocation.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.CurrentAmounts.Current;
import org.partnershipfund.allocation.revision.RevisionEvent.AllocationRevised;
import org.partnershipfund.allocation.revision.RevisionEvent.RevisionProposed;
import org.partnershipfund.allocation.revision.RevisionRefusal.AnotherIsOpen;
import org.partnershipfund.allocation.revision.RevisionRefusal.MoreThanAllocated;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.RevisionOfNothing;
import org.partnershipfund.allocation.revision.RevisionRefusal.SchoolNotFunded;
import org.partnershipfund.allocation.revision.RevisionRefusal.SettledDifferently;
import org.partnershipfund.allocation.revision.RevisionRefusal.ToldDifferently;
import org.partnershipfund.allocation.revision.RevisionRefusal.TooLateToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.WithinOneSchool;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A revision is always in exactly one of these states. Rules: docs/policy/allocation.md §7. */
public sealed interface Revision {

    /** What is asked for; the same in every state. */
    Terms terms();

    /** When it became what it is. */
    Instant changedAt();

    /**
     * Which money goes from where to where.
     *
     * @param from the school that gives
     * @param to the school that receives
     * @param amount more than nothing, less than the giving school has
     * @param reason for everybody to read
     */
    record Terms(
            RevisionId id,
            FundId fund,
            SchoolCode from,
            SchoolCode to,
            Money amount,
            String reason,
            Instant proposedAt) {

        /** Whether the school gives or receives. */
        public boolean concerns(SchoolCode school) {
            return from.equals(school) || to.equals(school);
        }
    }

    /** The ledger has been asked and has not answered; nobody's allocation is another yet. */
    record Proposed(Terms terms) implements Revision {
        @Override
        public Instant changedAt() {
            return terms.proposedAt();
        }

        private Accepted accept(Instant at) {
            return new Accepted(terms, at);
        }

        private Refused refuse(Money available, String why, Instant at) {
            return new Refused(terms, available, why, at);
        }
    }

    /** The ledger gave the money up, and both schools have been told. */
    record Accepted(Terms terms, Instant acceptedAt) implements Revision {
        @Override
        public Instant changedAt() {
            return acceptedAt;
        }

        /** By how much the school's allocation changed: less than nothing for the school that gave. */
        public Money change(SchoolCode school) {
            if (school.equals(terms.from())) {
                return Money.ZERO.minus(terms.amount());
            }
            return school.equals(terms.to()) ? terms.amount() : Money.ZERO;
        }
    }

    /**
     * The money was spoken for; every allocation stayed as it was.
     *
     * @param available what the giving school's line had left
     * @param why in the ledger's words
     */
    record Refused(Terms terms, Money available, String why, Instant refusedAt) implements Revision {
        @Override
        public Instant changedAt() {
            return refusedAt;
        }
    }

    /** What the budget office asks for. */
    record Ask(SchoolCode from, SchoolCode to, Money amount, String reason) {}

    /**
     * What the ledger says that it was asked, to be compared with what it was asked.
     *
     * @param school the school that gives
     */
    record Told(RevisionId id, FundId fund, SchoolCode school, Money amount) {}

    /**
     * Proposes a revision and asks the ledger.
     *
     * @param amounts what the schools of the fund have now; of no school while it has no published scenario
     * @param open the revisions of the fund that the ledger has not answered
     */
    static Decision<Revision> propose(
            RevisionId id, Fund fund, Ask ask, CurrentAmounts amounts, List<Proposed> open, Instant at) {
        return switch (fund) {
            case Fund.Open _ -> Decision.refuse(new NothingToRevise(fund.id()));
            case Fund.Appropriated appropriated -> Decision.refuse(TooLateToRevise.by(appropriated));
            case Fund.Closed closed -> Decision.refuse(TooLateToRevise.by(closed.appropriated()));
            case Fund.Allocated _ ->
                refusal(ask, amounts, open)
                        .<Decision<Revision>>map(Decision::refuse)
                        .orElseGet(() -> proposed(
                                new Terms(id, fund.id(), ask.from(), ask.to(), ask.amount(), ask.reason(), at)));
        };
    }

    private static Decision<Revision> proposed(Terms terms) {
        return Decision.accept(new Proposed(terms), new RevisionProposed(terms));
    }

    private static Optional<RevisionRefusal> refusal(Ask ask, CurrentAmounts amounts, List<Proposed> open) {
        if (ask.from().equals(ask.to())) {
            return Optional.of(new WithinOneSchool(ask.from()));
        }
        if (!ask.amount().isPositive()) {
            return Optional.of(new RevisionOfNothing(ask.amount()));
        }
        Optional<Current> giving = amounts.find(ask.from());
        if (giving.isEmpty()) {
            return Optional.of(new SchoolNotFunded("fromSchool", ask.from()));
        }
        if (amounts.find(ask.to()).isEmpty()) {
            return Optional.of(new SchoolNotFunded("toSchool", ask.to()));
        }
        for (Proposed other : open) {
            for (SchoolCode school : List.of(ask.from(), ask.to())) {
                if (other.terms().concerns(school)) {
                    return Optional.of(new AnotherIsOpen(school, other.terms().id()));
                }
            }
        }
        // A school that was served keeps at least one cent, so that its line can be appropriated.
        if (!giving.get().amount().exceeds(ask.amount())) {
            return Optional.of(
                    new MoreThanAllocated(ask.from(), ask.amount(), giving.get().amount()));
        }
        return Optional.empty();
    }

    /**
     * The ledger took the money off the giving school's line: tells both schools, in one breath.
     *
     * @param amounts what the schools of the fund have now, without this revision
     */
    static Decision<Revision> accept(Revision revision, Told told, CurrentAmounts amounts, Instant at) {
        Terms terms = revision.terms();
        if (!agrees(terms, told)) {
            return Decision.refuse(ToldDifferently.than(terms, told));
        }
        return switch (revision) {
            case Proposed proposed ->
                Decision.accept(
                        proposed.accept(at),
                        List.of(
                                revised(terms, terms.from(), Money.ZERO.minus(terms.amount()), amounts, at),
                                revised(terms, terms.to(), terms.amount(), amounts, at)));
            case Accepted accepted -> Decision.accept(accepted);
            case Refused _ -> Decision.refuse(new SettledDifferently(terms.id(), "refused", "accepted"));
        };
    }

    /** The ledger could not give the money up: nobody's allocation changes. */
    static Decision<Revision> refuse(Revision revision, Told told, Money available, String why, Instant at) {
        Terms terms = revision.terms();
        if (!agrees(terms, told)) {
            return Decision.refuse(ToldDifferently.than(terms, told));
        }
        return switch (revision) {
            case Proposed proposed -> Decision.accept(proposed.refuse(available, why, at));
            case Accepted _ -> Decision.refuse(new SettledDifferently(terms.id(), "accepted", "refused"));
            case Refused refused -> Decision.accept(refused);
        };
    }

    private static boolean agrees(Terms terms, Told told) {
        return new Told(terms.id(), terms.fund(), terms.from(), terms.amount()).equals(told);
    }

    private static AllocationRevised revised(
            Terms terms, SchoolCode school, Money change, CurrentAmounts amounts, Instant at) {
        Current before = amounts.find(school)
                .orElseThrow(
                        () -> new IllegalArgumentException("school %s is revised and not funded".formatted(school)));
        return new AllocationRevised(
                terms,
                before.allocation(),
                school,
                before.amount(),
                before.amount().plus(change),
                at);
    }
}
