package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.Award.NotResponsible;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.ProcessEvent.AwardMade;
import org.partnershipfund.procurement.process.ProcessEvent.OutcomeDiffers;
import org.partnershipfund.procurement.process.ProcessRefusal.AwardOutsideReservations;
import org.partnershipfund.procurement.process.ProcessRefusal.AwardToNotResponsible;
import org.partnershipfund.procurement.process.ProcessRefusal.MethodOutgrown;
import org.partnershipfund.procurement.process.ProcessRefusal.NameNotUnique;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchOffer;
import org.partnershipfund.procurement.process.ProcessRefusal.NotAwardableNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NotTheLowest;
import org.partnershipfund.procurement.process.ProcessRefusal.SoleSourceOverCap;
import org.partnershipfund.procurement.process.ProcessRefusal.TooFewQuotes;
import org.partnershipfund.procurement.process.ProcessRefusal.UnacceptableProposal;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.RuleBook;

/** Finds whom the district may contract. Source: docs/policy/procurement.md §3 to §6. */
public record Awarding(UUID program, String justification, List<NotResponsible> left, List<CalledUnit> units) {

    public Awarding {
        left = List.copyOf(left);
        units = List.copyOf(units);
    }

    /** Without units: on every route but a call-off. */
    public Awarding(UUID program, String justification, List<NotResponsible> left) {
        this(program, justification, left, List.of());
    }

    /** The same, with what is called off at the prices of a framework award. */
    public Awarding calling(List<CalledUnit> called) {
        return new Awarding(program, justification, left, called);
    }

    /**
     * Awards the process, as an officer decided.
     *
     * @param lines what the schools hold for this process
     * @param year the processes of the fiscal year
     */
    public Decision<ContractingProcess> of(
            ContractingProcess process,
            List<ReservedLine> lines,
            List<ContractingProcess> year,
            RuleBook rules,
            Instant at) {
        return switch (process) {
            case Open open
            when open.opening().route().kind() == Route.Kind.COMPETITION ->
                Decision.refuse(new NotAwardableNow(open.id(), "nobody was asked for an offer yet"));
            case Open(var opening) ->
                opening.chosen().id().equals(program)
                        ? withoutCompetition(opening, lines, year, rules, at)
                        : Decision.refuse(new NoSuchOffer(opening.id(), "program " + program));
            case Solicited solicited
            when solicited.solicitation() instanceof NoticePosted notice && notice.tender() != null ->
                Decision.refuse(new NotAwardableNow(
                        solicited.id(), "it is awarded by its tender %s".formatted(notice.tender())));
            case Solicited solicited -> competed(solicited, lines, year, rules, at);
            case Awarded awarded ->
                Decision.refuse(new NotAwardableNow(
                        awarded.id(),
                        "it was awarded to " + awarded.award().program().partnerName()));
            case Cancelled cancelled -> Decision.refuse(new NotAwardableNow(cancelled.id(), "it was cancelled"));
        };
    }

    /**
     * Awards the process as its tender was awarded; the envelopes are opened and rated there.
     *
     * @param proposals what was found in them
     */
    public Decision<ContractingProcess> byTender(
            UUID tender,
            List<Proposal> proposals,
            ContractingProcess process,
            List<ReservedLine> lines,
            List<ContractingProcess> year,
            RuleBook rules,
            Instant at) {
        return process instanceof Solicited solicited
                        && solicited.solicitation() instanceof NoticePosted notice
                        && tender.equals(notice.tender())
                ? competed(solicited.with(List.copyOf(proposals)), lines, year, rules, at)
                : Decision.refuse(new NotAwardableNow(
                        process.id(), "it is not put to competition by tender %s".formatted(tender)));
    }

    private Decision<ContractingProcess> withoutCompetition(
            Opening opening, List<ReservedLine> lines, List<ContractingProcess> year, RuleBook rules, Instant at) {
        Money price = units.isEmpty()
                ? PriceShares.reserved(lines)
                : units.stream().map(CalledUnit::amount).reduce(Money.ZERO, Money::plus);
        if (opening.route().kind() == Route.Kind.SOLE_SOURCE) {
            Money own = Valuation.times(price, opening.termYears());
            Money together = own.plus(
                    Kin.of(opening, own, year, rules, opening.openedOn()).value());
            if (!rules.permits("sole-source", opening.openedOn(), together)) {
                return Decision.refuse(new SoleSourceOverCap(together));
            }
        }
        return awarded(opening, null, opening.chosen(), price, lines, at);
    }

    private Decision<ContractingProcess> competed(
            Solicited process, List<ReservedLine> lines, List<ContractingProcess> year, RuleBook rules, Instant at) {
        for (NotResponsible one : left) {
            long meant = process.offers().stream()
                    .filter(offer -> offer.price() != null && one.isAbout(offer))
                    .count();
            if (meant == 0) {
                return Decision.refuse(new NoSuchOffer(process.id(), one.who()));
            }
            if (meant > 1) {
                return Decision.refuse(new NameNotUnique(process.id(), one.who()));
            }
        }
        var found = bids(process).stream()
                .filter(bid -> bid.program().id().equals(program))
                .findFirst();
        if (found.isEmpty()) {
            return Decision.refuse(new NoSuchOffer(process.id(), "program " + program));
        }
        Bid bid = found.get();
        Optional<? extends Refusal> wrong = wrong(process, bid, rules);
        if (wrong.isEmpty()) {
            wrong = outgrown(process, bid.price(), year, rules);
        }
        return wrong.isPresent()
                ? Decision.refuse(wrong.get())
                : awarded(process.opening(), process, bid.program(), bid.price(), lines, at);
    }

    /** What can be awarded: a price of a registered program. */
    private record Bid(Offer offer, Program program, Money price) {}

    private static List<Bid> bids(Solicited process) {
        List<Bid> bids = new ArrayList<>();
        for (Offer offer : process.offers()) {
            Program offered = offer.program();
            Money price = offer.price();
            if (offered != null && price != null) {
                bids.add(new Bid(offer, offered, price));
            }
        }
        return bids;
    }

    private Optional<ProcessRefusal> wrong(Solicited process, Bid bid, RuleBook rules) {
        if (left.stream().anyMatch(one -> one.isAbout(bid.offer()))) {
            return Optional.of(
                    new AwardToNotResponsible(process.id(), bid.offer().name()));
        }
        if (bid.offer() instanceof Proposal proposal && proposal.isUnacceptable()) {
            return Optional.of(new UnacceptableProposal(bid.program().partnerName()));
        }
        if (!(process.solicitation() instanceof QuotesAsked asked)) {
            return Optional.empty();
        }
        int least = rules.number("minimum-quotes", asked.on());
        long quotes =
                process.offers().stream().filter(one -> one.price() != null).count();
        int answers = process.offers().size();
        if (quotes < least && answers < asked.organisations()) {
            return Optional.of(new TooFewQuotes(quotes, answers, asked.organisations(), least));
        }
        return process.method() == Method.SOUND_BUSINESS_PRACTICES ? Optional.empty() : lower(process, bid);
    }

    /** Every price counts, whoever asked it: registered or not. */
    private Optional<ProcessRefusal> lower(Solicited process, Bid bid) {
        record Priced(String name, Money price) {}
        List<Priced> others = new ArrayList<>();
        for (Offer offer : process.offers()) {
            Money price = offer.price();
            if (price != null && left.stream().noneMatch(one -> one.isAbout(offer))) {
                others.add(new Priced(offer.name(), price));
            }
        }
        return others.stream()
                .filter(one -> bid.price().exceeds(one.price()))
                .min(Comparator.comparing(Priced::price))
                .map(one -> new NotTheLowest(bid.price(), one.name(), one.price()));
    }

    /** The price with all years, and with what belongs together, stays in the tier by which offers were asked for. */
    private static Optional<? extends Refusal> outgrown(
            Solicited process, Money price, List<ContractingProcess> year, RuleBook rules) {
        var opening = process.opening();
        LocalDate day = process.solicitation().on();
        Money own = Valuation.times(price, opening.termYears());
        var kin = Kin.of(opening, own, year, rules, day);
        return switch (Valuation.of(own, opening.counted(), kin, rules, day)) {
            case Refused<Valuation>(var why) -> Optional.of(why);
            case Accepted<Valuation>(var valuation, var _) -> {
                var demanded = valuation.demanded();
                yield demanded.method().tier() > process.method().tier()
                        ? Optional.of(
                                new MethodOutgrown(process.id(), demanded.value(), demanded.method(), process.method()))
                        : Optional.empty();
            }
        };
    }

    private static String why(@Nullable Solicited solicited, Program winner) {
        if (solicited != null && solicited.solicitation() instanceof QuotesAsked) {
            return " made the lowest responsible quotation.";
        }
        // Bids are not rated; proposals always are.
        boolean bid = solicited != null
                && solicited.offers().stream()
                        .anyMatch(one -> one instanceof Proposal(var program, var _, var ratings)
                                && program.id().equals(winner.id())
                                && ratings.isEmpty());
        return bid
                ? " made the lowest bid of a responsible and responsive bidder."
                : " made the most advantageous offer.";
    }

    private Decision<ContractingProcess> awarded(
            Opening opening,
            @Nullable Solicited solicited,
            Program winner,
            Money price,
            List<ReservedLine> lines,
            Instant at) {
        Money most = PriceShares.reserved(lines);
        Money least = new Money(Math.max(1, lines.size()));
        if (price.exceeds(most) || least.exceeds(price)) {
            return Decision.refuse(new AwardOutsideReservations(price, least, most));
        }
        boolean asChosen = winner.id().equals(opening.chosen().id());
        var award = new Award(winner, price, justification, left, asChosen, at, units);
        List<ProcessEvent> events = new ArrayList<>();
        events.add(new AwardMade(opening, award, at));
        if (!asChosen) {
            String reason = winner.partnerName() + why(solicited, winner);
            Map<CommitmentId, Money> amounts = PriceShares.of(price, lines);
            lines.forEach(line -> events.add(new OutcomeDiffers(
                    opening.id(), award, line, amounts.getOrDefault(line.commitment(), Money.ZERO), reason, at)));
        }
        var worth = opening.valued(Valuation.times(price, opening.termYears()), opening.method());
        return Decision.accept(new Awarded(worth, solicited, award), events);
    }
}
