package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.Offer.Quote;
import org.partnershipfund.procurement.process.ProcessRefusal.AlreadyOffered;
import org.partnershipfund.procurement.process.ProcessRefusal.DateNotPossible;
import org.partnershipfund.procurement.process.ProcessRefusal.NameNotUnique;
import org.partnershipfund.procurement.process.ProcessRefusal.NoOffersNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSolicitationNow;
import org.partnershipfund.procurement.process.ProcessRefusal.NotAsked;
import org.partnershipfund.procurement.process.ProcessRefusal.NoticeTooShort;
import org.partnershipfund.procurement.process.ProcessRefusal.PlacesMissing;
import org.partnershipfund.procurement.process.ProcessRefusal.SolicitationDoesNotFit;
import org.partnershipfund.procurement.process.ProcessRefusal.TooFewAsked;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Evaluation;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.RuleBook;

/** Offers are asked for and answered. Source: docs/policy/procurement.md §2 and §5. */
public final class Competition {

    private Competition() {}

    /**
     * Records the asking for offers and freezes the method; asked again only when the purchase has outgrown it.
     *
     * @param opensOn the day of the opening in the district; the day itself for quotes
     * @param year the processes of the fiscal year
     */
    public static Decision<ContractingProcess> solicit(
            ContractingProcess process,
            Solicitation asked,
            LocalDate opensOn,
            List<ContractingProcess> year,
            RuleBook rules,
            LocalDate today,
            Instant at) {
        return switch (process) {
            case Open(var opening) ->
                opening.route().kind() == Route.Kind.COMPETITION
                        ? solicit(opening, asked, opensOn, opening.openedOn(), year, rules, today, at)
                        : Decision.refuse(new NoSolicitationNow(
                                opening.id(),
                                "its route is " + opening.route().kind().word()));
            case Solicited solicited ->
                isOutgrown(solicited, year, rules)
                        // Dated today: a notice that is due only now does not begin before.
                        ? solicit(solicited.opening(), asked, opensOn, today, year, rules, today, at)
                        : Decision.refuse(new NoSolicitationNow(
                                solicited.id(),
                                "offers are asked for since "
                                        + solicited.solicitation().on()));
            case Awarded awarded -> Decision.refuse(new NoSolicitationNow(awarded.id(), "it is awarded"));
            case Cancelled cancelled -> Decision.refuse(new NoSolicitationNow(cancelled.id(), "it was cancelled"));
        };
    }

    private static Decision<ContractingProcess> solicit(
            Opening opening,
            Solicitation asked,
            LocalDate opensOn,
            LocalDate earliest,
            List<ContractingProcess> year,
            RuleBook rules,
            LocalDate today,
            Instant at) {
        if (asked.on().isBefore(earliest) || asked.on().isAfter(today)) {
            return Decision.refuse(new DateNotPossible("solicitation", asked.on(), earliest, today));
        }
        var kin = Kin.of(opening, opening.own(), year, rules, asked.on());
        return switch (Valuation.of(opening.own(), opening.counted(), kin, rules, asked.on())) {
            case Refused<Valuation>(var why) -> Decision.refuse(why);
            case Accepted<Valuation>(var valuation, var _) -> {
                var demanded = valuation.demanded();
                var wrong = wrong(asked, opensOn, demanded, rules);
                yield wrong.isPresent()
                        ? Decision.refuse(wrong.get())
                        : Decision.accept(new Solicited(opening, asked, demanded.method(), List.of(), at));
            }
        };
    }

    /** Whether offers may be asked for: nobody was asked yet, or the purchase has outgrown what they were asked by. */
    public static boolean isAskable(ContractingProcess process, List<ContractingProcess> year, RuleBook rules) {
        return switch (process) {
            case Open(var opening) -> opening.route().kind() == Route.Kind.COMPETITION;
            case Solicited solicited -> isOutgrown(solicited, year, rules);
            case Awarded _, Cancelled _ -> false;
        };
    }

    /** What the rules of a day demand of it, together with what belongs to it if that moves it up a tier. */
    public static Decision<Evaluation> demanded(
            Opening opening, List<ContractingProcess> year, RuleBook rules, LocalDate day) {
        var kin = Kin.of(opening, opening.own(), year, rules, day);
        return switch (Valuation.of(opening.own(), opening.counted(), kin, rules, day)) {
            case Refused<Valuation>(var why) -> Decision.refuse(why);
            case Accepted<Valuation>(var valuation, var _) -> Decision.accept(valuation.demanded());
        };
    }

    /** Whether what is reserved by now demands more than the method by which offers were asked for. */
    private static boolean isOutgrown(Solicited process, List<ContractingProcess> year, RuleBook rules) {
        var opening = process.opening();
        LocalDate day = process.solicitation().on();
        var kin = Kin.of(opening, opening.own(), year, rules, day);
        return switch (Valuation.of(opening.own(), opening.counted(), kin, rules, day)) {
            case Accepted<Valuation>(var valuation, var _) ->
                valuation.demanded().method().tier() > process.method().tier();
            case Refused<Valuation> _ -> false;
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
                int different = quotes.organisations();
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

    /** The process after its tender was cancelled: nobody is asked any more, and the method follows the value again. */
    public static ContractingProcess withoutTender(
            ContractingProcess process, UUID tender, List<ReservedLine> lines, RuleBook rules) {
        return process instanceof Solicited(var opening, NoticePosted notice, var _, var _, var _)
                        && tender.equals(notice.tender())
                ? ContractingProcess.revalued(new Open(opening), lines, rules)
                : process;
    }

    /** Records an answer to the solicitation. */
    public static Decision<ContractingProcess> offer(
            ContractingProcess process, Offer offer, LocalDate today, Instant at) {
        if (!(process instanceof Solicited solicited)) {
            return Decision.refuse(new NoOffersNow(
                    process.id(),
                    switch (process) {
                        case Open _ -> "nobody was asked yet";
                        case Cancelled _ -> "it was cancelled";
                        case Solicited _, Awarded _ -> "it is awarded already";
                    }));
        }
        return switch (offer) {
            case Quote quote -> quote(solicited, quote, today);
            case Proposal proposal -> propose(solicited, proposal, at);
        };
    }

    /** One answer of each organisation asked; who was not registered may name the program of the same quote later. */
    private static Decision<ContractingProcess> quote(Solicited process, Quote quote, LocalDate today) {
        if (!(process.solicitation() instanceof QuotesAsked asked)) {
            return Decision.refuse(new NoOffersNow(process.id(), "it asks for sealed proposals, not for quotes"));
        }
        var answering = asked.asked(quote.organisation());
        if (answering.isEmpty()) {
            return Decision.refuse(new NotAsked(quote.name()));
        }
        if (answering.size() > 1) {
            return Decision.refuse(new NameNotUnique(process.id(), quote.name()));
        }
        if (quote.quotedOn().isBefore(asked.on()) || quote.quotedOn().isAfter(today)) {
            return Decision.refuse(new DateNotPossible("quote", quote.quotedOn(), asked.on(), today));
        }
        List<Offer> offers = new ArrayList<>(process.offers());
        var before = offers.stream()
                .filter(one -> asked.asked(one.organisation()).contains(answering.getFirst()))
                .findFirst();
        if (before.isPresent() && !namesTheProgramOf(before.get(), quote)) {
            return Decision.refuse(new AlreadyOffered(process.id(), quote.name()));
        }
        before.ifPresent(offers::remove);
        offers.add(quote);
        return Decision.accept(process.with(offers));
    }

    private static boolean namesTheProgramOf(Offer before, Quote quote) {
        Money price = before.price();
        return before.program() == null && quote.program() != null && price != null && price.equals(quote.price());
    }

    private static Decision<ContractingProcess> propose(Solicited process, Proposal proposal, Instant at) {
        return switch (process.solicitation()) {
            case QuotesAsked _ ->
                Decision.refuse(new NoOffersNow(process.id(), "it asks for quotes, not for proposals"));
            case NoticePosted notice
            when notice.tender() != null ->
                Decision.refuse(new NoOffersNow(
                        process.id(), "its envelopes are opened in tender %s".formatted(notice.tender())));
            case NoticePosted notice
            when at.isBefore(notice.opensAt()) ->
                Decision.refuse(new NoOffersNow(
                        process.id(),
                        "the offer of %s stays sealed until %s".formatted(proposal.name(), notice.opensAt())));
            case NoticePosted _ -> {
                boolean again = process.offers().stream()
                        .anyMatch(one -> one.name().equals(proposal.name())
                                && Objects.equals(one.program(), proposal.program()));
                List<Offer> offers = new ArrayList<>(process.offers());
                offers.add(proposal);
                yield again
                        ? Decision.refuse(new AlreadyOffered(process.id(), proposal.name()))
                        : Decision.accept(process.with(offers));
            }
        };
    }
}
