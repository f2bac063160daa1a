package org.partnershipfund.procurement.process;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.Award.NotResponsible;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.Offer.Quote;
import org.partnershipfund.procurement.process.ProcessEvent.AwardMade;
import org.partnershipfund.procurement.process.ProcessEvent.OutcomeDiffers;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessOpened;
import org.partnershipfund.procurement.process.ProcessRefusal.AlreadyOffered;
import org.partnershipfund.procurement.process.ProcessRefusal.AwardOutsideReservations;
import org.partnershipfund.procurement.process.ProcessRefusal.DateNotPossible;
import org.partnershipfund.procurement.process.ProcessRefusal.NoOffersNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSolicitationNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchOffer;
import org.partnershipfund.procurement.process.ProcessRefusal.NotAsked;
import org.partnershipfund.procurement.process.ProcessRefusal.NotAwardableNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NotTheLowest;
import org.partnershipfund.procurement.process.ProcessRefusal.NothingToBuy;
import org.partnershipfund.procurement.process.ProcessRefusal.NoticeTooShort;
import org.partnershipfund.procurement.process.ProcessRefusal.PlacesMissing;
import org.partnershipfund.procurement.process.ProcessRefusal.ReferenceMissing;
import org.partnershipfund.procurement.process.ProcessRefusal.SoleSourceOverCap;
import org.partnershipfund.procurement.process.ProcessRefusal.SolicitationDoesNotFit;
import org.partnershipfund.procurement.process.ProcessRefusal.Splitting;
import org.partnershipfund.procurement.process.ProcessRefusal.TermTooLong;
import org.partnershipfund.procurement.process.ProcessRefusal.TooFewAsked;
import org.partnershipfund.procurement.process.ProcessRefusal.TooFewQuotes;
import org.partnershipfund.procurement.process.ProcessRefusal.UnacceptableProposal;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Evaluation;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * A contracting process is always in exactly one of these states.
 *
 * <p>Source: docs/policy/procurement.md §3 to §6.
 */
public sealed interface ContractingProcess {

    /** What was fixed when it was opened; the same in every state. */
    Opening opening();

    default ProcessId id() {
        return opening().id();
    }

    /**
     * What an officer decided first.
     *
     * @param chosen the program that the schools chose
     * @param own all schools, all years with options
     * @param value what the method is found by: its own, or with earlier competitions of the year added
     * @param method what the rules demand of that value on the day of opening
     */
    record Opening(
            ProcessId id,
            FundId fund,
            FiscalYear year,
            Program chosen,
            Route route,
            int termYears,
            Money own,
            Money value,
            Method method,
            LocalDate openedOn,
            Instant openedAt) {}

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
    }

    /**
     * It is known whom the district may contract.
     *
     * @param solicited null on a route without a competition
     */
    record Awarded(Opening opening, @Nullable Solicited solicited, Award award) implements ContractingProcess {}

    /** The method that counts: frozen by the solicitation, until then that of the opening. */
    default Method method() {
        return switch (this) {
            case Open(var opening) -> opening.method();
            case Solicited solicited -> solicited.method();
            case Awarded(var opening, var solicited, var _) ->
                solicited == null ? opening.method() : solicited.method();
        };
    }

    /**
     * What an officer asks for.
     *
     * @param withEarlier whether earlier competitions of the year count into the value, so that the sum is not split
     */
    record Request(FundId fund, UUID program, Route route, int termYears, boolean withEarlier) {}

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
        Route route = asked.route();
        boolean competes = route.kind() == Route.Kind.COMPETITION;
        if (!competes && (route.reference() == null || route.reference().isBlank())) {
            return Decision.refuse(new ReferenceMissing(route.kind()));
        }
        int longest = rules.number("term-years", today);
        if (asked.termYears() > longest) {
            return Decision.refuse(new TermTooLong(asked.termYears(), longest));
        }
        var first = lines.getFirst();
        var chosen = new Program(
                first.program(), first.partner(), first.partnerName(), first.programName(), first.serviceArea());
        Money own = times(reserved(lines), asked.termYears());
        List<ContractingProcess> kin = competes ? kin(chosen, first.year(), earlier, rules, today) : List.of();
        Money together = kin.stream().map(one -> one.opening().own()).reduce(own, Money::plus);
        Money value = asked.withEarlier() ? together : own;
        if (route.kind() == Route.Kind.SOLE_SOURCE && !rules.permits("sole-source", today, value)) {
            return Decision.refuse(new SoleSourceOverCap(value));
        }
        return switch (rules.evaluate(today, value)) {
            case Refused<Evaluation>(var why) -> Decision.refuse(why);
            case Accepted<Evaluation>(var evaluation, var _) -> {
                var sum = rules.evaluate(today, together).orRefuse().state();
                if (sum.method().tier() > evaluation.method().tier()) {
                    yield Decision.refuse(new Splitting(
                            value,
                            together,
                            sum.method(),
                            kin.stream().map(ContractingProcess::id).toList()));
                }
                var opening = new Opening(
                        id,
                        asked.fund(),
                        first.year(),
                        chosen,
                        route,
                        asked.termYears(),
                        own,
                        value,
                        evaluation.method(),
                        today,
                        at);
                yield Decision.accept(
                        new Open(opening),
                        new ProcessOpened(
                                opening,
                                lines.stream()
                                        .map(ReservedLine::selection)
                                        .distinct()
                                        .toList(),
                                at));
            }
        };
    }

    /** Earlier competitions that count together with this one when it comes to splitting. */
    private static List<ContractingProcess> kin(
            Program chosen, FiscalYear year, List<ContractingProcess> earlier, RuleBook rules, LocalDate today) {
        boolean either = rules.reads("splitting-partner-or-area", today);
        return earlier.stream()
                .filter(one -> one.opening().route().kind() == Route.Kind.COMPETITION
                        && one.opening().year().equals(year))
                .filter(one -> {
                    boolean partner = one.opening().chosen().partner().equals(chosen.partner());
                    boolean area = one.opening().chosen().serviceArea().equals(chosen.serviceArea());
                    return either ? partner || area : partner && area;
                })
                .toList();
    }

    /**
     * Records the first asking for offers and freezes the method.
     *
     * @param opensOn the day of the opening in the district; the day itself for quotes
     */
    static Decision<ContractingProcess> solicit(
            ContractingProcess process,
            Solicitation asked,
            LocalDate opensOn,
            RuleBook rules,
            LocalDate today,
            Instant at) {
        return switch (process) {
            case Open(var opening) -> {
                if (opening.route().kind() != Route.Kind.COMPETITION) {
                    yield Decision.refuse(new NoSolicitationNow(
                            opening.id(),
                            "its route is " + opening.route().kind().word()));
                }
                if (asked.on().isBefore(opening.openedOn()) || asked.on().isAfter(today)) {
                    yield Decision.refuse(new DateNotPossible("solicitation", asked.on(), opening.openedOn(), today));
                }
                var evaluation =
                        rules.evaluate(asked.on(), opening.value()).orRefuse().state();
                var wrong = wrong(asked, opensOn, evaluation, rules);
                yield wrong.isPresent()
                        ? Decision.refuse(wrong.get())
                        : Decision.accept(new Solicited(opening, asked, evaluation.method(), List.of(), at));
            }
            case Solicited solicited ->
                Decision.refuse(new NoSolicitationNow(
                        solicited.id(),
                        "offers are asked for since " + solicited.solicitation().on()));
            case Awarded awarded -> Decision.refuse(new NoSolicitationNow(awarded.id(), "it is awarded"));
        };
    }

    private static Optional<ProcessRefusal> wrong(
            Solicitation asked, LocalDate opensOn, Evaluation evaluation, RuleBook rules) {
        boolean sealed = evaluation.method() == Method.SEALED_BIDS_OR_PROPOSALS;
        return switch (asked) {
            case QuotesAsked quotes -> {
                int least = rules.number("minimum-quotes", quotes.on());
                if (sealed) {
                    yield Optional.of(new SolicitationDoesNotFit(evaluation.value(), evaluation.method()));
                }
                long different = quotes.asked().stream()
                        .map(one -> one.partner() == null ? one.name() : one.partner())
                        .distinct()
                        .count();
                yield different < least ? Optional.of(new TooFewAsked(different, least)) : Optional.empty();
            }
            case NoticePosted notice -> {
                int days = rules.number("notice-days", notice.on());
                Set<String> missing = new TreeSet<>(evaluation.places());
                missing.removeAll(notice.places());
                if (!sealed) {
                    yield Optional.of(new SolicitationDoesNotFit(evaluation.value(), evaluation.method()));
                }
                if (!missing.isEmpty()) {
                    yield Optional.of(new PlacesMissing(List.copyOf(missing)));
                }
                LocalDate earliest = notice.on().plusDays(days);
                yield opensOn.isBefore(earliest)
                        ? Optional.of(new NoticeTooShort(notice.on(), opensOn, earliest))
                        : Optional.empty();
            }
        };
    }

    /** Records an answer to the solicitation. */
    static Decision<ContractingProcess> offer(ContractingProcess process, Offer offer, LocalDate today, Instant at) {
        if (!(process instanceof Solicited solicited)) {
            return Decision.refuse(new NoOffersNow(
                    process.id(), process instanceof Open ? "nobody was asked yet" : "it is awarded already"));
        }
        Optional<ProcessRefusal> wrong = switch (offer) {
            case Quote quote -> wrong(solicited, quote, today);
            case Proposal proposal -> wrong(solicited, proposal, at);
        };
        if (wrong.isPresent()) {
            return Decision.refuse(wrong.get());
        }
        boolean again = solicited.offers().stream()
                .anyMatch(one -> one.name().equals(offer.name()) && Objects.equals(one.program(), offer.program()));
        if (again) {
            return Decision.refuse(new AlreadyOffered(process.id(), offer.name()));
        }
        List<Offer> offers = new ArrayList<>(solicited.offers());
        offers.add(offer);
        return Decision.accept(new Solicited(
                solicited.opening(), solicited.solicitation(), solicited.method(), offers, solicited.solicitedAt()));
    }

    private static Optional<ProcessRefusal> wrong(Solicited process, Quote quote, LocalDate today) {
        if (!(process.solicitation() instanceof QuotesAsked asked)) {
            return Optional.of(new NoOffersNow(process.id(), "it asks for sealed proposals, not for quotes"));
        }
        Program program = quote.program();
        boolean isAsked = asked.asked().stream()
                .anyMatch(one -> (program != null && program.partner().equals(one.partner()))
                        || one.name().equals(quote.name()));
        if (!isAsked) {
            return Optional.of(new NotAsked(quote.name()));
        }
        return quote.quotedOn().isBefore(asked.on()) || quote.quotedOn().isAfter(today)
                ? Optional.of(new DateNotPossible("quote", quote.quotedOn(), asked.on(), today))
                : Optional.empty();
    }

    private static Optional<ProcessRefusal> wrong(Solicited process, Proposal proposal, Instant at) {
        return switch (process.solicitation()) {
            case QuotesAsked _ -> Optional.of(new NoOffersNow(process.id(), "it asks for quotes, not for proposals"));
            case NoticePosted notice ->
                at.isBefore(notice.opensAt())
                        ? Optional.of(new NoOffersNow(
                                process.id(),
                                "the offer of %s stays sealed until %s".formatted(proposal.name(), notice.opensAt())))
                        : Optional.empty();
        };
    }

    /**
     * Finds whom the district may contract.
     *
     * @param program the one that the officer names
     * @param lines what the schools hold for this process
     */
    static Decision<ContractingProcess> award(
            ContractingProcess process,
            UUID program,
            String justification,
            List<NotResponsible> left,
            List<ReservedLine> lines,
            RuleBook rules,
            Instant at) {
        return switch (process) {
            case Open open
            when open.opening().route().kind() == Route.Kind.COMPETITION ->
                Decision.refuse(new NotAwardableNow(open.id(), "nobody was asked for an offer yet"));
            case Open(var opening) ->
                opening.chosen().id().equals(program)
                        ? award(opening, null, opening.chosen(), reserved(lines), justification, left, lines, at)
                        : Decision.refuse(new NoSuchOffer(opening.id(), program));
            case Solicited solicited -> {
                var offered = offered(solicited, program);
                if (offered.isEmpty()) {
                    yield Decision.refuse(new NoSuchOffer(solicited.id(), program));
                }
                var wrong = wrong(solicited, offered.get(), left, rules);
                yield wrong.isPresent()
                        ? Decision.refuse(wrong.get())
                        : award(
                                solicited.opening(),
                                solicited,
                                offered.get().program(),
                                offered.get().price(),
                                justification,
                                left,
                                lines,
                                at);
            }
            case Awarded awarded ->
                Decision.refuse(new NotAwardableNow(
                        awarded.id(),
                        "it was awarded to " + awarded.award().program().partnerName()));
        };
    }

    /** An offer with a program and a price. */
    private static Optional<Bid> offered(Solicited process, UUID program) {
        return bids(process).stream()
                .filter(bid -> bid.program().id().equals(program))
                .findFirst();
    }

    private static List<Bid> bids(Solicited process) {
        List<Bid> bids = new ArrayList<>();
        for (Offer offer : process.offers()) {
            Program program = offer.program();
            Money price = offer.price();
            if (program != null && price != null) {
                boolean out = offer instanceof Proposal proposal && proposal.isUnacceptable();
                bids.add(new Bid(program, price, out));
            }
        }
        return bids;
    }

    /** What can be awarded: a price of a registered program. */
    record Bid(Program program, Money price, boolean unacceptable) {}

    private static Optional<ProcessRefusal> wrong(
            Solicited process, Bid bid, List<NotResponsible> left, RuleBook rules) {
        if (bid.unacceptable()) {
            return Optional.of(new UnacceptableProposal(bid.program().partnerName()));
        }
        if (!(process.solicitation() instanceof QuotesAsked asked)) {
            return Optional.empty();
        }
        int least = rules.number("minimum-quotes", asked.on());
        long quotes =
                process.offers().stream().filter(one -> one.price() != null).count();
        int answers = process.offers().size();
        if (quotes < least && answers < asked.asked().size()) {
            return Optional.of(new TooFewQuotes(quotes, answers, asked.asked().size(), least));
        }
        Set<UUID> out = new HashSet<>(left.stream().map(NotResponsible::program).toList());
        if (process.method() == Method.SOUND_BUSINESS_PRACTICES) {
            return Optional.empty();
        }
        return bids(process).stream()
                .filter(one -> !out.contains(one.program().id()))
                .filter(one -> bid.price().exceeds(one.price()))
                .min(Comparator.comparing(Bid::price))
                .map(lower -> new NotTheLowest(bid.price(), lower.program().partnerName(), lower.price()));
    }

    private static Decision<ContractingProcess> award(
            Opening opening,
            @Nullable Solicited solicited,
            Program program,
            Money price,
            String justification,
            List<NotResponsible> left,
            List<ReservedLine> lines,
            Instant at) {
        Money most = reserved(lines);
        Money least = new Money(Math.max(1, lines.size()));
        if (price.exceeds(most) || least.exceeds(price)) {
            return Decision.refuse(new AwardOutsideReservations(price, least, most));
        }
        boolean asChosen = program.id().equals(opening.chosen().id());
        var award = new Award(program, price, justification, left, asChosen, at);
        List<ProcessEvent> events = new ArrayList<>();
        events.add(new AwardMade(opening, award, at));
        if (!asChosen) {
            String reason = solicited != null && solicited.solicitation() instanceof QuotesAsked
                    ? program.partnerName() + " made the lowest responsible quotation."
                    : program.partnerName() + " made the most advantageous offer.";
            Map<CommitmentId, Money> amounts = amounts(price, lines);
            lines.forEach(line -> events.add(new OutcomeDiffers(
                    opening.id(), award, line, amounts.getOrDefault(line.commitment(), Money.ZERO), reason, at)));
        }
        return Decision.accept(new Awarded(opening, solicited, award), events);
    }

    /** What all lines together have reserved. */
    static Money reserved(List<ReservedLine> lines) {
        return lines.stream().map(ReservedLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /**
     * What a price asks of each line: a cent each, the rest in proportion to what is reserved, by largest remainder;
     * ties go to the line that comes first. No line is asked for more than it has.
     *
     * <p>Source: docs/policy/procurement.md §6.
     *
     * @param price at least a cent per line, at most what is reserved
     */
    static Map<CommitmentId, Money> amounts(Money price, List<ReservedLine> lines) {
        int n = lines.size();
        var rest = BigInteger.valueOf(price.cents() - n);
        var whole = BigInteger.valueOf(Math.max(1, reserved(lines).cents() - n));
        long[] cents = new long[n];
        var remainders = new BigInteger[n];
        long left = price.cents();
        for (int i = 0; i < n; i++) {
            var parts = rest.multiply(BigInteger.valueOf(lines.get(i).amount().cents() - 1))
                    .divideAndRemainder(whole);
            cents[i] = 1 + parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= cents[i];
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left; i++) {
            cents[order.get(i)]++;
        }
        Map<CommitmentId, Money> amounts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            amounts.put(lines.get(i).commitment(), new Money(cents[i]));
        }
        return amounts;
    }

    private static Money times(Money amount, int years) {
        return new Money(Math.multiplyExact(amount.cents(), years));
    }
}
