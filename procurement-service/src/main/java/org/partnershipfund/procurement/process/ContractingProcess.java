package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessOpened;
import org.partnershipfund.procurement.process.ProcessRefusal.NothingToBuy;
import org.partnershipfund.procurement.process.ProcessRefusal.ReferenceMissing;
import org.partnershipfund.procurement.process.ProcessRefusal.SoleSourceOverCap;
import org.partnershipfund.procurement.process.ProcessRefusal.Splitting;
import org.partnershipfund.procurement.process.ProcessRefusal.TermTooLong;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Evaluation;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * A contracting process is always in exactly one of these states: opened here, put to competition by {@link
 * Competition}, decided by {@link Awarding}.
 *
 * <p>Source: docs/policy/procurement.md §3 to §6.
 */
public sealed interface ContractingProcess {

    /** What was fixed when it was opened; only what it is worth follows the schools. */
    Opening opening();

    default ProcessId id() {
        return opening().id();
    }

    /**
     * What an officer decided first.
     *
     * @param chosen the program that the schools chose
     * @param termAuthorisedBy the recorded vote that allows a longer term; null if none was named
     * @param own all schools, all years with options: what they reserve, and once it is awarded what the award asks
     * @param value what the method is found by: its own, or with earlier purchases of the year added
     * @param method what the rules demand of that value on the day of opening
     */
    record Opening(
            ProcessId id,
            FundId fund,
            FiscalYear year,
            Program chosen,
            Route route,
            int termYears,
            @Nullable String termAuthorisedBy,
            Money own,
            Money value,
            Method method,
            LocalDate openedOn,
            Instant openedAt) {

        /** What the officer counts in of earlier purchases of the year. */
        public Money counted() {
            return value.minus(own);
        }

        /** The same decision over what the schools reserve now. */
        Opening valued(Money now, Method demanded) {
            return new Opening(
                    id,
                    fund,
                    year,
                    chosen,
                    route,
                    termYears,
                    termAuthorisedBy,
                    now,
                    now.plus(counted()),
                    demanded,
                    openedOn,
                    openedAt);
        }
    }

    /** Nobody was asked yet. */
    record Open(Opening opening) implements ContractingProcess {}

    /**
     * Offers were asked for; the method is frozen.
     *
     * @param offers in the order in which they were recorded
     */
    record Solicited(Opening opening, Solicitation solicitation, Method method, List<Offer> offers, Instant solicitedAt)
            implements ContractingProcess {
        public Solicited {
            offers = List.copyOf(offers);
        }

        Solicited with(List<Offer> recorded) {
            return new Solicited(opening, solicitation, method, recorded, solicitedAt);
        }
    }

    /**
     * It is known whom the district may contract.
     *
     * @param solicited null on a route without a competition
     */
    record Awarded(Opening opening, @Nullable Solicited solicited, Award award) implements ContractingProcess {}

    /**
     * It ended without a contract; it buys nothing, and counts nothing.
     *
     * @param before the state in which it ended; its file is kept
     */
    record Cancelled(ContractingProcess before, Cancellation cancellation) implements ContractingProcess {
        public Cancelled {
            if (before instanceof Cancelled) {
                throw new IllegalArgumentException("process %s was cancelled before".formatted(before.id()));
            }
        }

        @Override
        public Opening opening() {
            return before.opening();
        }
    }

    /** The method that counts: frozen by the solicitation, until then that of the opening. */
    default Method method() {
        return switch (this) {
            case Open(var opening) -> opening.method();
            case Solicited solicited -> solicited.method();
            case Awarded(var opening, var solicited, var _) ->
                solicited == null ? opening.method() : solicited.method();
            case Cancelled(var before, var _) -> before.method();
        };
    }

    /** What it buys: the awarded program, until then the chosen one. */
    default Program program() {
        return switch (this) {
            case Open(var opening) -> opening.chosen();
            case Solicited solicited -> solicited.opening().chosen();
            case Awarded awarded -> awarded.award().program();
            case Cancelled(var before, var _) -> before.program();
        };
    }

    /**
     * What an officer asks for.
     *
     * @param termAuthorisedBy the recorded vote that allows a longer term than the rules do by themselves
     * @param withEarlier whether earlier purchases of the year count into the value, so that the sum is not split
     */
    record Request(
            FundId fund,
            UUID program,
            Route route,
            int termYears,
            @Nullable String termAuthorisedBy,
            boolean withEarlier) {}

    /**
     * Opens a process for all lines that wait.
     *
     * @param lines of that program and fund, bought by nobody yet
     * @param earlier the other processes of the fiscal year
     */
    static Decision<ContractingProcess> open(
            ProcessId id,
            Request asked,
            List<ReservedLine> lines,
            List<ContractingProcess> earlier,
            RuleBook rules,
            LocalDate today,
            Instant at) {
        if (lines.isEmpty()) {
            return Decision.refuse(new NothingToBuy(asked.fund(), asked.program()));
        }
        var unlawful = unlawful(asked, rules, today);
        if (unlawful.isPresent()) {
            return Decision.refuse(unlawful.get());
        }
        Route route = asked.route();
        var first = lines.getFirst();
        var chosen = new Program(
                first.program(), first.partner(), first.partnerName(), first.programName(), first.serviceArea());
        Money own = Valuation.times(PriceShares.reserved(lines), asked.termYears());
        var kin = Kin.of(chosen, route, first.year(), earlier, rules, today);
        Money counted = asked.withEarlier() ? kin.value() : Money.ZERO;
        return switch (Valuation.of(own, counted, kin, rules, today)) {
            case Refused<Valuation>(var why) -> Decision.refuse(why);
            case Accepted<Valuation>(var valuation, var _)
            when route.kind() == Route.Kind.SOLE_SOURCE && !rules.permits("sole-source", today, valuation.together()) ->
                Decision.refuse(new SoleSourceOverCap(valuation.together()));
            case Accepted<Valuation>(var valuation, var _)
            when valuation.isSplit() ->
                Decision.refuse(new Splitting(
                        own,
                        valuation.together(),
                        valuation.sum().method(),
                        kin.processes().stream().map(Splitting.Earlier::of).toList(),
                        rules.between(today, own, valuation.together()).stream()
                                .map(rule -> new Splitting.Crossed(
                                        rule.id(), rule.name(), rule.from(), rule.source()))
                                .toList()));
            case Accepted<Valuation>(var valuation, var _) -> {
                var opening = new Opening(
                        id,
                        asked.fund(),
                        first.year(),
                        chosen,
                        route,
                        asked.termYears(),
                        asked.termAuthorisedBy(),
                        own,
                        own.plus(counted),
                        valuation.alone().method(),
                        today,
                        at);
                List<UUID> selections =
                        lines.stream().map(ReservedLine::selection).distinct().toList();
                yield Decision.accept(new Open(opening), new ProcessOpened(opening, selections, at));
            }
        };
    }

    private static Optional<ProcessRefusal> unlawful(Request asked, RuleBook rules, LocalDate today) {
        Route route = asked.route();
        if (route.kind() != Route.Kind.COMPETITION && isBlank(route.reference())) {
            return Optional.of(new ReferenceMissing(route.kind()));
        }
        int longest = rules.number("term-years", today);
        return asked.termYears() > longest && isBlank(asked.termAuthorisedBy())
                ? Optional.of(new TermTooLong(asked.termYears(), longest))
                : Optional.empty();
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    /** Whether a cap decides what may join: a sole source never grows beyond it until it is awarded. */
    default boolean isCapped() {
        return opening().route().kind() == Route.Kind.SOLE_SOURCE
                && !(this instanceof Awarded)
                && !(this instanceof Cancelled);
    }

    /**
     * Those of the lines that may join, the largest first, while the cap with what belongs to the purchase allows it.
     *
     * @param bought what it buys already
     * @param asked what is to join
     * @param year the processes of the fiscal year; only a cap is measured by them
     */
    static List<ReservedLine> joining(
            ContractingProcess process,
            List<ReservedLine> bought,
            List<ReservedLine> asked,
            List<ContractingProcess> year,
            RuleBook rules) {
        if (!process.isCapped()) {
            return asked;
        }
        var opening = process.opening();
        Money all = PriceShares.reserved(bought);
        List<ReservedLine> joining = new ArrayList<>();
        List<ReservedLine> largestFirst = asked.stream()
                .sorted(Comparator.comparing(ReservedLine::amount).reversed())
                .toList();
        for (ReservedLine line : largestFirst) {
            Money own = Valuation.times(all.plus(line.amount()), opening.termYears());
            var kin = Kin.of(opening, own, year, rules, opening.openedOn());
            if (rules.permits("sole-source", opening.openedOn(), own.plus(kin.value()))) {
                all = all.plus(line.amount());
                joining.add(line);
            }
        }
        return joining;
    }

    /**
     * The process after its lines changed: it is worth what is reserved now, or what the award asks of them. Until offers
     * are asked for the method follows; what was awarded keeps its price.
     *
     * @param lines all that it buys now; perhaps none
     */
    static ContractingProcess revalued(ContractingProcess process, List<ReservedLine> lines, RuleBook rules) {
        if (process instanceof Cancelled) {
            return process;
        }
        var opening = process.opening();
        Money all = process instanceof Awarded ? PriceShares.awarded(lines) : PriceShares.reserved(lines);
        Money now = Valuation.times(all, opening.termYears());
        return switch (process) {
            case Open _ ->
                new Open(opening.valued(
                        now,
                        switch (rules.evaluate(opening.openedOn(), now.plus(opening.counted()))) {
                            case Accepted<Evaluation>(var evaluation, var _) -> evaluation.method();
                            case Refused<Evaluation> _ -> opening.method();
                        }));
            case Solicited(var _, var solicitation, var method, var offers, var solicitedAt) ->
                new Solicited(opening.valued(now, opening.method()), solicitation, method, offers, solicitedAt);
            case Awarded(var _, var solicited, var award) ->
                new Awarded(opening.valued(now, opening.method()), solicited, award);
            case Cancelled cancelled -> cancelled;
        };
    }
}
