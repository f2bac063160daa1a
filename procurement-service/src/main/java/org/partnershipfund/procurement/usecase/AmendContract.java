package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Amending;
import org.partnershipfund.procurement.contract.Amending.Asked;
import org.partnershipfund.procurement.contract.Amending.Means;
import org.partnershipfund.procurement.contract.Amendment.Proposed;
import org.partnershipfund.procurement.contract.Amendment.ShareChange;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Release;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.CalledUnit;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.Growing;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.FrameworkAwards;

/** Changes a contract that binds, with the money that the change needs or gives back. */
@ApplicationScoped
public class AmendContract {

    private final Contracts contracts;
    private final ContractDesk desk;
    private final ContractBooks books;
    private final Holdings holdings;
    private final ProcurementRules rules;
    private final Papers papers;
    private final ProcessDesk processes;
    private final DeterminedRoutes determined;
    private final Signatories signatories;
    private final SuspendedPrograms suspended;
    private final FrameworkAwards frameworks;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AmendContract(
            Contracts contracts,
            ContractDesk desk,
            ContractBooks books,
            Holdings holdings,
            ProcurementRules rules,
            Papers papers,
            ProcessDesk processes,
            DeterminedRoutes determined,
            Signatories signatories,
            SuspendedPrograms suspended,
            FrameworkAwards frameworks,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.contracts = contracts;
        this.desk = desk;
        this.books = books;
        this.holdings = holdings;
        this.rules = rules;
        this.papers = papers;
        this.processes = processes;
        this.determined = determined;
        this.signatories = signatories;
        this.suspended = suspended;
        this.frameworks = frameworks;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes an amendment; it changes nothing before both sides have agreed to it.
     *
     * <p>Source: docs/policy/contracts.md §4.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if the law, the money or the state of the contract does not allow it
     */
    @Transactional
    public Versioned<Contract> propose(ContractId id, long seen, Asked asked) {
        var held = desk.holdToGrow(id, seen);
        var contract = held.contract().value();
        // A contract that has ended holds no line of its process any more; it is refused by its state.
        var process = findProcessOf(held);
        var decided = Amending.propose(
                contract,
                asked,
                means(contract.terms(), process.map(AmendContract::units).orElse(List.of())),
                rules.all(),
                LocalDate.now(clock),
                clock.instant());
        if (decided.orRefuse().state() instanceof Executed executed) {
            executed.proposed().ifPresent(open -> refuseUnlawfulGrowth(processOf(held), held, open));
        }
        return store("AmendmentProposed", held.contract(), decided);
    }

    private static Optional<ContractingProcess> findProcessOf(ContractDesk.Held held) {
        ProcessId id = held.contract().value().terms().process();
        return held.bought().processes().values().stream()
                .map(Versioned::value)
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private static ContractingProcess processOf(ContractDesk.Held held) {
        return findProcessOf(held)
                .orElseThrow(() -> new IllegalStateException("process %s buys nothing any more"
                        .formatted(held.contract().value().terms().process())));
    }

    private static List<CalledUnit> units(ContractingProcess process) {
        return process instanceof Awarded awarded ? awarded.award().units() : List.of();
    }

    /**
     * What had no competition grows only as far as the law and its determination let it be bought so; looked at when it is
     * proposed, and again when it comes into force, because others may have been bought meanwhile.
     *
     * <p>Source: docs/policy/contracts.md §4.9.
     */
    private void refuseUnlawfulGrowth(ContractingProcess process, ContractDesk.Held held, Proposed open) {
        if (!open.wish().after().exceeds(open.wish().before())) {
            return;
        }
        Money value = open.wish().demands().value();
        Growing.overCap(process.opening(), value, held.bought().year(), rules.all(), LocalDate.now(clock))
                .ifPresent(why -> {
                    throw new RefusedException(why);
                });
        determined.requireGrowth(process.opening(), value);
    }

    /**
     * Takes one step for it, in the order of every contract.
     *
     * @param roles as whom the person acts
     * @param attested whether the partner attests to taxes paid and no collusion
     * @throws RefusedException if the step is not demanded, done, too early, not for these roles, or the person took another one
     */
    @Transactional
    public Versioned<Contract> sign(
            ContractId id,
            long seen,
            int number,
            Step step,
            Person by,
            Set<String> roles,
            @Nullable String note,
            boolean attested,
            Sight sight) {
        var read = desk.alone(id, seen, step == Step.PARTNER ? new Sight(false, Set.of(), sight.partners()) : sight);
        if (read.value() instanceof Executed executed) {
            // As for the contract itself (procurement §2.6), at what it would be worth; a step that nobody demands is
            // refused as such.
            executed.proposed()
                    .map(Proposed::wish)
                    .filter(wish -> wish.number() == number && wish.steps().contains(step))
                    .ifPresent(
                            wish -> signatories.require(id, step, wish.demands().value(), roles));
        }
        if (step == Step.APPROPRIATION && read.value() instanceof Executed executed) {
            executed.proposed()
                    .ifPresent(open -> books.requireAppropriation(
                            executed.terms().fund(), open.wish().shares()));
        }
        return store(
                "AmendmentSigned",
                read,
                Amending.sign(read.value(), number, new Signature(step, by, clock.instant(), note), attested));
    }

    /** Gives the proposal up. */
    @Transactional
    public Versioned<Contract> withdraw(ContractId id, long seen, int number, Sight sight) {
        var read = desk.alone(id, seen, sight);
        return store("AmendmentWithdrawn", read, Amending.withdraw(read.value(), number, clock.instant()));
    }

    /**
     * Brings it into force: what is more is encumbered out of what the schools set aside for it, what is less goes back.
     *
     * @throws RefusedException if a step is missing, the papers do not count today, the program is suspended, or the
     *     money is not there any more, or a framework's value is exceeded
     */
    @Transactional
    public Versioned<Contract> agree(ContractId id, long seen, int number) {
        var held = desk.holdToGrow(id, seen);
        var contract = held.contract().value();
        var terms = contract.terms();
        var at = clock.instant();
        var moves = books.moves(terms, at);
        Map<CommitmentId, ReservedLine> raising = books.raising(terms);
        Proposed open = Amending.complete(contract, number, means(terms, List.of()))
                .orRefuse()
                .state();
        refuseUnlawfulGrowth(processOf(held), held, open);
        if (open.wish().isIncrease()) {
            suspended.refuse(terms.program());
            var _ = papers.of(contract).valid(LocalDate.now(clock)).orRefuse();
        }
        String why = "is amended, amendment " + number;
        List<Share> added = new ArrayList<>();
        List<Release> released = new ArrayList<>();
        for (ShareChange change : open.wish().shares()) {
            if (change.isIncrease()) {
                ReservedLine raise = Objects.requireNonNull(raising.get(change.reservation()));
                Share share = moves.encumber(raise, change.after().minus(change.before()), why);
                holdings.amend(id.value(), raise.commitment(), share.amount());
                added.add(share);
            } else {
                released.add(new Release(
                        change.reservation(), change.school(), change.before().minus(change.after())));
                holdings.reduce(change.reservation(), change.after());
            }
        }
        moves.release(released, why);
        moves.post();
        if (open.wish().isIncrease()) {
            Frameworks.requireWithin(frameworks, terms.process().value());
        }
        // What belongs together with it, and what rests on the same determination, is measured by what it is worth now.
        processes.revalue(held.bought());
        var stored = store(
                "ContractAmended",
                held.contract(),
                Amending.agree((Executed) contract, open, added, LocalDate.now(clock), at));
        outbox.add(contractedAnew(terms, open, at));
        return stored;
    }

    /** What the contract holds now of the selections that it changed, by the lines of their newest versions. */
    private List<SelectionContracted> contractedAnew(Contract.Terms terms, Proposed open, Instant at) {
        Set<CommitmentId> changed =
                open.wish().shares().stream().map(ShareChange::reservation).collect(Collectors.toSet());
        Set<UUID> selections = terms.shares().stream()
                .filter(share -> changed.contains(share.reservation()))
                .map(Share::selection)
                .collect(Collectors.toSet());
        return SelectionContracted.of(
                terms.id(),
                terms.process(),
                holdings.ofContract(terms.id().value()).stream()
                        .filter(line -> selections.contains(line.selection()))
                        .toList(),
                at);
    }

    private Means means(Contract.Terms terms, List<CalledUnit> units) {
        Map<CommitmentId, Money> reserved = new HashMap<>();
        books.raising(terms).forEach((share, line) -> reserved.put(share, line.amount()));
        return new Means(reserved, books.owed(terms), units);
    }

    private Versioned<Contract> store(String action, Versioned<Contract> read, Decision<Contract> decided) {
        var next = decided.orRefuse();
        long version = contracts.store(next.state(), read.version());
        outbox.add(next.events());
        audit.record(new Change(action, next.state().id().toString(), read.value(), next.state()));
        return new Versioned<>(next.state(), version);
    }
}
