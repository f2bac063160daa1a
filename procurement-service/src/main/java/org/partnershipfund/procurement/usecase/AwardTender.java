package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.Award;
import org.partnershipfund.procurement.process.Award.NotResponsible;
import org.partnershipfund.procurement.process.Awarding;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.PriceShares;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.ProcessRefusal.PlacesMissing;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.Bid;
import org.partnershipfund.procurement.tender.Choosing;
import org.partnershipfund.procurement.tender.FrameworkAward;
import org.partnershipfund.procurement.tender.FrameworkAwards;
import org.partnershipfund.procurement.tender.Invitation.ForProcess;
import org.partnershipfund.procurement.tender.Invitation.Framework;
import org.partnershipfund.procurement.tender.Price;
import org.partnershipfund.procurement.tender.Stake.Act;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.Tender.Awarded;
import org.partnershipfund.procurement.tender.TenderId;

/** Awards a tender: its process, or the awards of a framework. */
@ApplicationScoped
public class AwardTender {

    private final TenderDesk desk;
    private final Processes processes;
    private final Holdings holdings;
    private final FrameworkAwards awards;
    private final ProcurementRules rules;
    private final SuspendedPrograms suspended;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;

    AwardTender(
            TenderDesk desk,
            Processes processes,
            Holdings holdings,
            FrameworkAwards awards,
            ProcurementRules rules,
            SuspendedPrograms suspended,
            Outbox outbox,
            AuditTrail audit,
            Ids ids) {
        this.desk = desk;
        this.processes = processes;
        this.holdings = holdings;
        this.awards = awards;
        this.rules = rules;
        this.suspended = suspended;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Awards the tender.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if the rules do not allow that award, a program is suspended, or they belong to a bidder
     */
    @Transactional
    public Versioned<Tender> award(TenderId id, long seen, Choosing asked, Person by) {
        return switch (desk.invitation(id).subject()) {
            case ForProcess(var process) -> ofProcess(id, seen, asked, process, by);
            case Framework framework -> ofFramework(id, seen, asked, framework, by);
        };
    }

    private Versioned<Tender> ofFramework(TenderId id, long seen, Choosing asked, Framework framework, Person by) {
        var held = desk.hold(id, seen);
        desk.requireNoStake(held.now(), Act.AWARD, by);
        var awarded = decided(asked, held);
        var invitation = awarded.invitation();
        requirePlaces(awarded);
        for (UUID chosen : awarded.choice().bids()) {
            Price price = price(awarded, chosen);
            suspended.refuse(price.program());
            awards.add(new FrameworkAward(
                    ids.next(),
                    id,
                    price.program(),
                    invitation.serviceArea(),
                    framework.from(),
                    framework.until(),
                    price.units(),
                    held.at()));
        }
        return desk.store("TenderAwarded", held, awarded, awarded.choice());
    }

    /** What the awards come to may demand a notice in more places than the value that was estimated. */
    private void requirePlaces(Awarded awarded) {
        Money all = awarded.choice().bids().stream()
                .map(bid -> price(awarded, bid).compared())
                .reduce(Money.ZERO, Money::plus);
        awarded.published().ifPresent(publication -> {
            Set<String> missing = new TreeSet<>(rules.all()
                    .evaluate(publication.on(), all)
                    .orRefuse()
                    .state()
                    .places());
            publication.notices().forEach(notice -> missing.remove(notice.place()));
            if (!missing.isEmpty()) {
                throw new RefusedException(new PlacesMissing(List.copyOf(missing)));
            }
        });
    }

    private Versioned<Tender> ofProcess(TenderId id, long seen, Choosing asked, ProcessId bought, Person by) {
        var read = processes.hold(bought).orElseThrow(() -> new RefusedException(new NoSuchProcess(bought.value())));
        var year = processes.holdYear(read.value().opening().year());
        var held = desk.hold(id, seen);
        desk.requireNoStake(held.now(), Act.AWARD, by);
        var awarded = decided(asked, held);
        var lines = holdings.ofProcess(bought.value());
        Price best = price(awarded, awarded.choice().bids().getFirst());
        var decision = new Awarding(best.program().id(), asked.justification(), left(awarded))
                .byTender(id.value(), proposals(awarded), read.value(), lines, year, rules.all(), held.at())
                .orRefuse();
        if (decision.state() instanceof ContractingProcess.Awarded(var _, var _, Award award)) {
            suspended.refuse(award.program());
            holdings.award(PriceShares.of(award.price(), lines));
        }
        long _ = processes.store(decision.state(), read.version());
        outbox.add(decision.events());
        audit.record(new Change("ProcessAwarded", bought.toString(), read.value(), decision.state()));
        return desk.store("TenderAwarded", held, awarded, awarded.choice());
    }

    private Awarded decided(Choosing asked, TenderDesk.Held held) {
        Tender decided = asked.of(held.now(), rules.all(), Digests::sha256, held.at())
                .orRefuse()
                .state();
        if (decided instanceof Awarded awarded) {
            return awarded;
        }
        throw new IllegalStateException("a choice that is accepted is an award");
    }

    private static Price price(Awarded awarded, UUID bid) {
        @Nullable Price price = awarded.bids().stream()
                .filter(one -> one.id().equals(bid))
                .findFirst()
                .map(Bid::price)
                .orElse(null);
        if (price == null) {
            throw new IllegalStateException("a bid without a price was awarded");
        }
        return price;
    }

    /** The offers of the process: every price, with what the evaluators said together. */
    private static List<Proposal> proposals(Awarded awarded) {
        List<Proposal> proposals = new ArrayList<>();
        for (Bid bid : awarded.bids()) {
            Price price = bid.price();
            if (price != null) {
                var ratings = awarded.evaluated()
                        .flatMap(evaluation -> evaluation.of(bid.id()))
                        .map(said -> said.marks().stream()
                                .map(mark -> new Offer.Rating(
                                        mark.criterion(), mark.rating().word()))
                                .toList())
                        .orElse(List.of());
                proposals.add(new Proposal(price.program(), price.compared(), ratings));
            }
        }
        return proposals;
    }

    private static List<NotResponsible> left(Awarded awarded) {
        Map<UUID, Bid> bids = awarded.bids().stream().collect(Collectors.toMap(Bid::id, Function.identity()));
        List<NotResponsible> left = new ArrayList<>();
        for (var one : awarded.choice().left()) {
            Bid bid = bids.get(one.bid());
            Price price = bid == null ? null : bid.price();
            if (price != null) {
                left.add(new NotResponsible(price.program().id(), null, one.reason()));
            }
        }
        return left;
    }
}
