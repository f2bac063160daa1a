package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Amendment.Agreed;
import org.partnershipfund.procurement.contract.Amendment.Proposed;
import org.partnershipfund.procurement.contract.Amendment.ShareChange;
import org.partnershipfund.procurement.contract.Amendment.Wish;
import org.partnershipfund.procurement.contract.Amendment.Withdrawn;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.ContractEvent.ContractAmended;
import org.partnershipfund.procurement.contract.ContractRefusal.AmendmentPending;
import org.partnershipfund.procurement.contract.ContractRefusal.AttestationMissing;
import org.partnershipfund.procurement.contract.ContractRefusal.EndNotPossible;
import org.partnershipfund.procurement.contract.ContractRefusal.IncreaseNotReserved;
import org.partnershipfund.procurement.contract.ContractRefusal.IncreaseTooLarge;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchAmendment;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchShare;
import org.partnershipfund.procurement.contract.ContractRefusal.NothingToAmend;
import org.partnershipfund.procurement.contract.ContractRefusal.ShareIsOwed;
import org.partnershipfund.procurement.contract.ContractRefusal.UnitPriceMissing;
import org.partnershipfund.procurement.contract.ContractRefusal.UnitPriceNotOfTheAward;
import org.partnershipfund.procurement.contract.ContractRefusal.UnitPriceRises;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.CalledUnit;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * How a contract that binds is changed: proposed by the district, agreed to in writing by both sides, and then in force.
 *
 * <p>Source: docs/policy/contracts.md §4; M.G.L. c.30B s.13.
 */
public final class Amending {

    private Amending() {}

    /**
     * What the officer asks for.
     *
     * @param amounts what shares are to be, by reservation; the others stay
     * @param endsOn the last day; null if it stays
     * @param need why it is needed, in writing
     * @param unitPrice with an increase
     */
    public record Asked(
            Map<CommitmentId, Money> amounts,
            @Nullable LocalDate endsOn,
            String need,
            @Nullable UnitPrice unitPrice,
            Person by) {
        public Asked {
            amounts = Map.copyOf(amounts);
        }
    }

    /**
     * What stands beside the contract when it is changed.
     *
     * @param reserved what newer versions of selections have set aside on top of each share, by its reservation
     * @param owed what is paid, and on its way to be
     * @param units what a call-off takes of its award, at the unit prices of the award; none of other contracts
     */
    public record Means(Map<CommitmentId, Money> reserved, Owed owed, List<CalledUnit> units) {
        public Means {
            reserved = Map.copyOf(reserved);
            units = List.copyOf(units);
        }

        /** Of a contract that is no call-off. */
        public Means(Map<CommitmentId, Money> reserved, Owed owed) {
            this(reserved, owed, List.of());
        }
    }

    /** Proposes an amendment. */
    public static Decision<Contract> propose(
            Contract contract, Asked asked, Means means, RuleBook rules, LocalDate today, Instant at) {
        if (!(contract instanceof Executed executed)) {
            return Decision.refuse(Ends.notNow(contract, "amendment"));
        }
        var open = executed.proposed();
        if (open.isPresent()) {
            return Decision.refuse(
                    new AmendmentPending(executed.id(), open.get().wish().number()));
        }
        var terms = executed.terms();
        Set<CommitmentId> unknown = new HashSet<>(asked.amounts().keySet());
        terms.shares().forEach(share -> unknown.remove(share.reservation()));
        if (!unknown.isEmpty()) {
            return Decision.refuse(
                    new NoSuchShare(terms.id(), unknown.iterator().next().value()));
        }
        List<ShareChange> changes = changes(terms, asked);
        LocalDate endsOn = asked.endsOn() == null ? terms.endsOn() : asked.endsOn();
        if (changes.isEmpty() && endsOn.equals(terms.endsOn())) {
            return Decision.refuse(new NothingToAmend(terms.id()));
        }
        Money after = changes.stream()
                .map(change -> change.after().minus(change.before()))
                .reduce(terms.amount(), Money::plus);
        var no = endNotPossible(terms, endsOn, today)
                .or(() -> amountsNotPossible(executed, changes, after, asked.unitPrice(), rules, today))
                .or(() -> unitNotOfTheAward(executed, asked.unitPrice(), means.units()))
                .or(() -> meansNotThere(terms, changes, means));
        if (no.isPresent()) {
            return Decision.refuse(no.get());
        }
        var value = new Money(Math.multiplyExact(after.cents(), terms.years()));
        var wish = new Wish(
                executed.amendments().size() + 1,
                changes,
                terms.amount(),
                after,
                terms.endsOn(),
                endsOn,
                asked.need(),
                asked.unitPrice(),
                rules.evaluate(today, value).orRefuse().state(),
                asked.by(),
                at);
        List<Amendment> all = new ArrayList<>(executed.amendments());
        all.add(new Proposed(wish, List.of()));
        return Decision.accept(executed.with(terms, all));
    }

    private static List<ShareChange> changes(Contract.Terms terms, Asked asked) {
        List<ShareChange> changes = new ArrayList<>();
        for (Share share : terms.shares()) {
            Money amount = asked.amounts().getOrDefault(share.reservation(), share.amount());
            if (!amount.equals(share.amount())) {
                changes.add(new ShareChange(share.reservation(), share.school(), share.amount(), amount));
            }
        }
        return changes;
    }

    /** The last day lies within the years that were put to competition, and not in the past. */
    private static Optional<ContractRefusal> endNotPossible(Contract.Terms terms, LocalDate endsOn, LocalDate today) {
        LocalDate last = terms.startsOn().plusYears(terms.years()).minusDays(1);
        boolean stays = endsOn.equals(terms.endsOn());
        return stays || (!endsOn.isAfter(last) && !endsOn.isBefore(terms.startsOn()) && !endsOn.isBefore(today))
                ? Optional.empty()
                : Optional.of(new EndNotPossible(terms.id(), endsOn, today, last));
    }

    /** The district buys no more than the law lets it without asking for offers again, and never at a higher price. */
    private static Optional<ContractRefusal> amountsNotPossible(
            Executed executed,
            List<ShareChange> changes,
            Money after,
            @Nullable UnitPrice unitPrice,
            RuleBook rules,
            LocalDate today) {
        var id = executed.id();
        for (ShareChange change : changes) {
            if (!change.after().isPositive()) {
                return Optional.of(new ShareIsOwed(id, change.school(), change.after(), new Money(1)));
            }
        }
        boolean more = changes.stream().anyMatch(ShareChange::isIncrease);
        if (more && unitPrice == null) {
            return Optional.of(new UnitPriceMissing(id));
        }
        if (unitPrice != null && unitPrice.rises()) {
            return Optional.of(new UnitPriceRises(id, unitPrice.unit(), unitPrice.before(), unitPrice.after()));
        }
        // A unit that an earlier amendment made cheaper does not become dearer again.
        var agreed = unitPrice == null ? Optional.<UnitPrice>empty() : agreed(executed, unitPrice.unit());
        if (agreed.isPresent()
                && unitPrice != null
                && unitPrice.after().exceeds(agreed.get().after())) {
            return Optional.of(
                    new UnitPriceRises(id, unitPrice.unit(), agreed.get().after(), unitPrice.after()));
        }
        Money original = executed.original();
        int percent = rules.number("amendment-percent", today);
        Money most =
                new Money(original.cents() + Math.floorDiv(Math.multiplyExact(original.cents(), (long) percent), 100));
        return after.exceeds(executed.terms().amount()) && after.exceeds(most)
                ? Optional.of(new IncreaseTooLarge(id, original, after, most, percent))
                : Optional.empty();
    }

    /** What the newest amendment in force says of a unit. */
    private static Optional<UnitPrice> agreed(Executed executed, String unit) {
        return executed.amendments().stream()
                .filter(Agreed.class::isInstance)
                .map(one -> one.wish().unitPrice())
                .filter(one -> one != null && one.isOf(unit))
                .reduce((_, newer) -> newer);
    }

    /** Of a call-off the prices are on file: a unit of its award, at what the award, or an amendment since, says of it. */
    private static Optional<ContractRefusal> unitNotOfTheAward(
            Executed executed, @Nullable UnitPrice unitPrice, List<CalledUnit> units) {
        if (unitPrice == null || units.isEmpty()) {
            return Optional.empty();
        }
        boolean onFile = units.stream()
                .filter(one -> unitPrice.isOf(one.code()) || unitPrice.isOf(one.unit()))
                .anyMatch(one -> unitPrice.before().equals(now(executed, one)));
        return onFile
                ? Optional.empty()
                : Optional.of(new UnitPriceNotOfTheAward(
                        executed.id(),
                        unitPrice.unit(),
                        unitPrice.before(),
                        units.stream()
                                .map(one -> "%s (%s) at %s".formatted(one.code(), one.unit(), now(executed, one)))
                                .toList()));
    }

    private static Money now(Executed executed, CalledUnit unit) {
        return agreed(executed, unit.code())
                .or(() -> agreed(executed, unit.unit()))
                .map(UnitPrice::after)
                .orElse(unit.unitPrice());
    }

    /** What is more is set aside by an approved selection; what is less was not delivered. */
    private static Optional<ContractRefusal> meansNotThere(
            Contract.Terms terms, List<ShareChange> changes, Means means) {
        Map<SchoolCode, Money> free = new HashMap<>();
        for (ShareChange change : changes) {
            if (change.isIncrease()) {
                Money more = change.after().minus(change.before());
                Money reserved = means.reserved().getOrDefault(change.reservation(), Money.ZERO);
                if (more.exceeds(reserved)) {
                    return Optional.of(new IncreaseNotReserved(terms.id(), change.school(), more, reserved));
                }
                continue;
            }
            Money less = change.before().minus(change.after());
            Money left =
                    free.computeIfAbsent(change.school(), school -> means.owed().free(terms, school));
            Money open = means.owed().open().getOrDefault(change.reservation(), Money.ZERO);
            Money most = left.exceeds(open) ? open : left;
            if (less.exceeds(most)) {
                return Optional.of(new ShareIsOwed(
                        terms.id(),
                        change.school(),
                        change.after(),
                        change.before().minus(most)));
            }
            free.put(change.school(), left.minus(less));
        }
        return Optional.empty();
    }

    /**
     * Takes one step for the amendment that waits.
     *
     * @param attested whether the partner attests to taxes paid and no collusion, as for the contract; looked at for the
     *     partner only
     */
    public static Decision<Contract> sign(Contract contract, int number, Signature signature, boolean attested) {
        return with(contract, number, "signature of an amendment", (executed, open) -> {
            var signing = signing(executed, open);
            return signing.whyNot(signature)
                    .or(() -> signature.step() == Step.PARTNER && !attested
                            ? Optional.of(new AttestationMissing(executed.id()))
                            : Optional.empty())
                    .<Decision<Contract>>map(Decision::refuse)
                    .orElseGet(() -> Decision.accept(executed.with(
                            executed.terms(), replaced(executed, new Proposed(open.wish(), signing.with(signature))))));
        });
    }

    /** Gives the proposal up. */
    public static Decision<Contract> withdraw(Contract contract, int number, Instant at) {
        return with(
                contract,
                number,
                "withdrawal of an amendment",
                (executed, open) -> Decision.accept(executed.with(
                        executed.terms(), replaced(executed, new Withdrawn(open.wish(), open.signatures(), at)))));
    }

    /**
     * Looks whether the amendment may come into force: everybody has agreed to it as it is, and money and services still
     * allow it.
     */
    public static Decision<Proposed> complete(Contract contract, int number, Means means) {
        if (!(contract instanceof Executed executed)) {
            return Decision.refuse(Ends.notNow(contract, "amendment"));
        }
        return switch (open(executed, number)) {
            case Decision.Refused<Proposed>(var why) -> Decision.refuse(why);
            case Decision.Accepted<Proposed>(var open, var _) ->
                signing(executed, open)
                        .incomplete()
                        .or(() -> meansNotThere(executed.terms(), open.wish().shares(), means))
                        .<Decision<Proposed>>map(Decision::refuse)
                        .orElseGet(() -> Decision.accept(open));
        };
    }

    /**
     * Brings the amendment into force; the ledger has agreed to every difference.
     *
     * @param added what schools buy more, each as a share of its own with its own encumbrance
     */
    public static Decision<Contract> agree(
            Executed executed, Proposed open, List<Share> added, LocalDate today, Instant at) {
        List<Share> shares = new ArrayList<>();
        for (Share share : executed.terms().shares()) {
            shares.add(open.wish().shares().stream()
                    .filter(change -> change.reservation().equals(share.reservation()) && !change.isIncrease())
                    .findFirst()
                    .map(change -> share.holding(change.after()))
                    .orElse(share));
        }
        shares.addAll(added);
        var terms = executed.terms().amended(shares, open.wish().endsOn());
        var amended = executed.with(terms, replaced(executed, new Agreed(open.wish(), open.signatures(), today, at)));
        return Decision.accept(amended, new ContractAmended(amended, open.wish(), at));
    }

    /** The steps that the amendment still waits for. */
    public static List<Step> missing(Executed executed, Amendment amendment) {
        return amendment instanceof Proposed open ? signing(executed, open).missing() : List.of();
    }

    /** The list with this one in its place. */
    static List<Amendment> replaced(Executed executed, Amendment amendment) {
        return executed.amendments().stream()
                .map(one -> one.wish().number() == amendment.wish().number() ? amendment : one)
                .toList();
    }

    private static Signing signing(Executed executed, Proposed open) {
        return new Signing(
                executed.id(),
                open.wish().demands().value(),
                open.wish().steps(),
                open.signatures(),
                open.wish().digest());
    }

    private static Decision<Contract> with(
            Contract contract,
            int number,
            String step,
            java.util.function.BiFunction<Executed, Proposed, Decision<Contract>> decide) {
        if (!(contract instanceof Executed executed)) {
            return Decision.refuse(Ends.notNow(contract, step));
        }
        return switch (open(executed, number)) {
            case Decision.Refused<Proposed>(var why) -> Decision.refuse(why);
            case Decision.Accepted<Proposed>(var open, var _) -> decide.apply(executed, open);
        };
    }

    private static Decision<Proposed> open(Executed executed, int number) {
        UUID id = executed.id().value();
        return executed.proposed()
                .filter(one -> one.wish().number() == number)
                .<Decision<Proposed>>map(Decision::accept)
                .orElseGet(() -> Decision.refuse(
                        new NoSuchAmendment(id, number, executed.amendments().size())));
    }
}
