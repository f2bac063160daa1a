package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.tender.Invitation.ForProcess;
import org.partnershipfund.procurement.tender.Invitation.Framework;
import org.partnershipfund.procurement.tender.Invitation.Kind;
import org.partnershipfund.procurement.tender.Tender.Awarded;
import org.partnershipfund.procurement.tender.Tender.Choice;
import org.partnershipfund.procurement.tender.Tender.LeftOut;
import org.partnershipfund.procurement.tender.Tender.PricesOpened;
import org.partnershipfund.procurement.tender.TenderRefusal.BidNotAwardable;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchBid;
import org.partnershipfund.procurement.tender.TenderRefusal.NotNow;
import org.partnershipfund.procurement.tender.TenderRefusal.NotTheBestBid;
import org.partnershipfund.procurement.tender.TenderRefusal.TooManyAwards;

/**
 * Whom the officer awards. Source: docs/policy/tenders.md §7.
 *
 * @param left who is left out, with the reason
 */
public record Choosing(List<UUID> bids, List<LeftOut> left, String justification) {

    public Choosing {
        bids = List.copyOf(bids);
        left = List.copyOf(left);
    }

    /**
     * Awards the tender.
     *
     * @param digest SHA-256 of a text, in hex
     */
    public Decision<Tender> of(Tender tender, RuleBook rules, UnaryOperator<String> digest, Instant at) {
        if (!(tender instanceof PricesOpened opened)) {
            return Decision.refuse(
                    new NotNow(tender.id(), "it is awarded once prices are open; it is " + tender.word()));
        }
        boolean byDraw = rules.reads("tie-by-draw", opened.publication().on());
        List<Bid> ranking = ranking(opened, byDraw, digest);
        var fault = fault(opened, ranking, byDraw);
        if (fault.isPresent()) {
            return Decision.refuse(fault.get());
        }
        boolean drawn =
                byDraw && ranking.stream().map(Choosing::asked).distinct().count() < ranking.size();
        return Decision.accept(new Awarded(
                opened,
                new Choice(
                        bids, left, justification, ranking.stream().map(Bid::id).toList(), drawn, at)));
    }

    private Optional<TenderRefusal> fault(PricesOpened opened, List<Bid> ranking, boolean byDraw) {
        int most = switch (opened.invitation().subject()) {
            case ForProcess _ -> 1;
            case Framework framework -> framework.mostAwards();
        };
        if (bids.isEmpty() || bids.size() > most || new HashSet<>(bids).size() < bids.size()) {
            return Optional.of(new TooManyAwards(bids.size(), most));
        }
        Set<UUID> known = opened.bids().stream().map(Bid::id).collect(Collectors.toUnmodifiableSet());
        for (LeftOut one : left) {
            if (!known.contains(one.bid())) {
                return Optional.of(new NoSuchBid(opened.id(), one.bid()));
            }
        }
        for (UUID bid : bids) {
            if (!known.contains(bid)) {
                return Optional.of(new NoSuchBid(opened.id(), bid));
            }
            if (left.stream().anyMatch(one -> one.bid().equals(bid))) {
                return Optional.of(new BidNotAwardable(bid, "it is left out in the same award"));
            }
            if (opened.bids().stream().anyMatch(one -> one.id().equals(bid) && isAbove(opened, one))) {
                return Optional.of(new BidNotAwardable(
                        bid,
                        "for the expected quantities it asks more than the %s that the framework was published for; award another, or publish it anew"
                                .formatted(opened.invitation().value())));
            }
            if (ranking.stream().noneMatch(one -> one.id().equals(bid))) {
                return Optional.of(new BidNotAwardable(bid, "it could not be read, or is rated unacceptable"));
            }
        }
        return opened.invitation().kind() == Kind.BIDS ? cheaper(ranking, byDraw) : Optional.empty();
    }

    /** A framework is awarded for what was published and no more; what a process may cost is what its schools reserved. */
    private static boolean isAbove(PricesOpened opened, Bid bid) {
        Price price = bid.price();
        return opened.invitation().subject() instanceof Framework
                && price != null
                && price.compared().exceeds(opened.invitation().value());
    }

    /** The best prices win, as many as are awarded; among equals the draw, or any of them if none is drawn. */
    private Optional<TenderRefusal> cheaper(List<Bid> ranking, boolean byDraw) {
        List<Bid> best = ranking.subList(0, bids.size());
        Money worst = asked(best.getLast());
        for (Bid one : best) {
            boolean tied = !byDraw && asked(one).equals(worst);
            if (!bids.contains(one.id()) && !tied) {
                return Optional.of(new NotTheBestBid(one.id(), one.partnerName(), asked(one)));
            }
        }
        return ranking.stream()
                .filter(one -> bids.contains(one.id()) && asked(one).exceeds(worst))
                .findFirst()
                .map(one ->
                        new NotTheBestBid(best.getLast().id(), best.getLast().partnerName(), worst));
    }

    private List<Bid> ranking(PricesOpened opened, boolean byDraw, UnaryOperator<String> digest) {
        List<Bid> candidates = opened.bids().stream()
                .filter(bid -> bid.isReadable() && bid.price() != null)
                .filter(bid -> left.stream().noneMatch(one -> one.bid().equals(bid.id())))
                .filter(bid -> opened.evaluation() == null
                        || opened.evaluation()
                                .of(bid.id())
                                .filter(said -> !said.isUnacceptable())
                                .isPresent())
                .toList();
        return candidates.stream()
                .sorted(Comparator.comparing(Choosing::asked)
                        .thenComparing(bid -> byDraw ? drawn(bid, opened.bids(), digest) : ""))
                .toList();
    }

    private static Money asked(Bid bid) {
        return Objects.requireNonNull(bid.price(), "only bids with a price are ranked")
                .compared();
    }

    /**
     * The draw, which anybody can repeat with the lots of the register: the digest of all lots in order, one below the
     * other, is the seed; the smallest digest of seed and lot comes first.
     */
    static String drawn(Bid bid, List<Bid> all, UnaryOperator<String> digest) {
        String seed = digest.apply(
                all.stream().map(Bid::lot).filter(Objects::nonNull).sorted().collect(Collectors.joining("\n")));
        return digest.apply(seed + "\n" + bid.lot());
    }
}
