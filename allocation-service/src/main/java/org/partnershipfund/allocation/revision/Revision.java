package org.partnershipfund.allocation.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.CurrentAmounts.Current;
import org.partnershipfund.allocation.revision.RevisionEvent.AllocationRevised;
import org.partnershipfund.allocation.revision.RevisionEvent.RevisionProposed;
import org.partnershipfund.allocation.revision.RevisionRefusal.AnotherIsOpen;
import org.partnershipfund.allocation.revision.RevisionRefusal.MoreThanAllocated;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.ReserveTooSmall;
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
     * @param from who gives
     * @param to who receives; another than {@code from}
     * @param amount more than nothing; less than a giving school has, at most what the giving reserve has
     * @param reason for everybody to read
     */
    record Terms(RevisionId id, FundId fund, Side from, Side to, Money amount, String reason, Instant proposedAt) {

        /** Whether the school gives or receives. */
        public boolean concerns(SchoolCode school) {
            return from.is(school) || to.is(school);
        }

        /** The schools that give or receive; one if the other side is the reserve. */
        public List<SchoolCode> schools() {
            return Stream.of(from, to).flatMap(side -> side.line().stream()).toList();
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
            if (terms.from().is(school)) {
                return Money.ZERO.minus(terms.amount());
            }
            return terms.to().is(school) ? terms.amount() : Money.ZERO;
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
    record Ask(Side from, Side to, Money amount, String reason) {}

    /**
     * What the ledger says that it was asked, to be compared with what it was asked.
     *
     * @param school the school that gives
     */
    record Told(RevisionId id, FundId fund, SchoolCode school, Money amount) {}

    /**
     * Proposes a revision and asks the ledger; what the reserve gives is nobody's, so that is accepted at once.
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
                refusal(fund, ask, amounts, open)
                        .<Decision<Revision>>map(Decision::refuse)
                        .orElseGet(() -> proposed(
                                new Terms(id, fund.id(), ask.from(), ask.to(), ask.amount(), ask.reason(), at),
                                amounts));
        };
    }

    private static Decision<Revision> proposed(Terms terms, CurrentAmounts amounts) {
        return switch (terms.from()) {
            case Side.Line(SchoolCode school) ->
                Decision.accept(new Proposed(terms), new RevisionProposed(terms, school));
            case Side.Reserve _ ->
                Decision.accept(new Accepted(terms, terms.proposedAt()), bothTold(terms, amounts, terms.proposedAt()));
        };
    }

    private static Optional<RevisionRefusal> refusal(Fund fund, Ask ask, CurrentAmounts amounts, List<Proposed> open) {
        if (ask.from().equals(ask.to())) {
            return Optional.of(new WithinOneSchool(ask.from()));
        }
        if (!ask.amount().isPositive()) {
            return Optional.of(new RevisionOfNothing(ask.amount()));
        }
        return unknown("fromSchool", ask.from(), amounts)
                .or(() -> unknown("toSchool", ask.to(), amounts))
                .or(() -> another(ask, open))
                .or(() -> tooMuch(fund, ask, amounts));
    }

    private static Optional<RevisionRefusal> unknown(String field, Side side, CurrentAmounts amounts) {
        return side.line()
                .filter(school -> amounts.find(school).isEmpty())
                .map(school -> new SchoolNotFunded(field, school));
    }

    private static Optional<RevisionRefusal> another(Ask ask, List<Proposed> open) {
        return Stream.of(ask.from(), ask.to())
                .flatMap(side -> side.line().stream())
                .flatMap(school -> open.stream()
                        .filter(other -> other.terms().concerns(school))
                        .<RevisionRefusal>map(
                                other -> new AnotherIsOpen(school, other.terms().id())))
                .findFirst();
    }

    private static Optional<RevisionRefusal> tooMuch(Fund fund, Ask ask, CurrentAmounts amounts) {
        return switch (ask.from()) {
            case Side.Line(SchoolCode school) -> {
                Money has = amounts.of(school);
                // A school that was served keeps at least one cent, so that its line can be appropriated.
                yield has.exceeds(ask.amount())
                        ? Optional.empty()
                        : Optional.of(new MoreThanAllocated(school, ask.amount(), has));
            }
            case Side.Reserve _ -> {
                Money reserve = fund.terms().pool().minus(amounts.sum());
                yield ask.amount().exceeds(reserve)
                        ? Optional.of(new ReserveTooSmall(ask.amount(), reserve))
                        : Optional.empty();
            }
        };
    }

    /**
     * The ledger took the money off the giving school's line: tells every school of the two sides, in one breath.
     *
     * @param amounts what the schools of the fund have now, without this revision
     */
    static Decision<Revision> accept(Revision revision, Told told, CurrentAmounts amounts, Instant at) {
        Terms terms = revision.terms();
        if (!agrees(terms, told)) {
            return Decision.refuse(ToldDifferently.than(terms, told));
        }
        return switch (revision) {
            case Proposed proposed -> Decision.accept(proposed.accept(at), bothTold(terms, amounts, at));
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
        return terms.id().equals(told.id())
                && terms.fund().equals(told.fund())
                && terms.from().is(told.school())
                && terms.amount().equals(told.amount());
    }

    private static List<AllocationRevised> bothTold(Terms terms, CurrentAmounts amounts, Instant at) {
        Accepted accepted = new Accepted(terms, at);
        return terms.schools().stream()
                .map(school -> revised(terms, school, accepted.change(school), amounts, at))
                .toList();
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
