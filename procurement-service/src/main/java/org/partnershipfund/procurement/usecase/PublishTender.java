package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.kernel.envelope.OfficerKeys;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.Competition;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.CutOffs;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.BeforeCutOff;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.Invitation;
import org.partnershipfund.procurement.tender.Invitation.ForProcess;
import org.partnershipfund.procurement.tender.Invitation.Framework;
import org.partnershipfund.procurement.tender.Notice;
import org.partnershipfund.procurement.tender.OfficerKey;
import org.partnershipfund.procurement.tender.Stake.Act;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.KeyUnusable;
import org.partnershipfund.procurement.tender.TenderRefusal.ProcessNotTenderable;
import org.partnershipfund.procurement.tender.Tendering;
import org.partnershipfund.procurement.tender.Tenders;

/** An officer drafts a tender, two officers register their keys, it is published, or cancelled. */
@ApplicationScoped
public class PublishTender {

    private final TenderDesk desk;
    private final Tenders tenders;
    private final Processes processes;
    private final Holdings holdings;
    private final ProcurementRules rules;
    private final CutOffs cutOffs;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    PublishTender(
            TenderDesk desk,
            Tenders tenders,
            Processes processes,
            Holdings holdings,
            ProcurementRules rules,
            CutOffs cutOffs,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.tenders = tenders;
        this.processes = processes;
        this.holdings = holdings;
        this.rules = rules;
        this.cutOffs = cutOffs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What an officer drafts. */
    public record Draft(
            Invitation.Kind kind,
            String title,
            String description,
            @Nullable String whyProposals,
            List<String> criteria,
            Instant closesAt) {
        public Draft {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * Drafts the tender of one process.
     *
     * @throws RefusedException if the process is not put to a sealed competition, or has a tender
     */
    @Transactional
    public Versioned<Tender> draft(Draft asked, ProcessId id, Person by) {
        var process = hold(id).value();
        var opening = process.opening();
        var year = processes.holdYear(opening.year());
        if (!Competition.isAskable(process, year, rules.all())) {
            throw refused(id, "offers are asked for already, or its route is no competition");
        }
        // As for every solicitation: what belongs together with it may seal a purchase that is small alone.
        var demanded = Competition.demanded(opening, year, rules.all(), LocalDate.now(clock))
                .orRefuse()
                .state();
        if (demanded.method() != Method.SEALED_BIDS_OR_PROPOSALS) {
            throw refused(
                    id,
                    "its value of %s demands %s"
                            .formatted(demanded.value(), demanded.method().word()));
        }
        tenders.of(id).ifPresent(tender -> {
            throw refused(id, "its tender is " + tender);
        });
        return add(asked, new ForProcess(id), opening.chosen().serviceArea(), opening.value(), by);
    }

    /** Drafts a framework for the whole district. */
    @Transactional
    public Versioned<Tender> draft(Draft asked, Framework framework, String serviceArea, Money value, Person by) {
        return add(asked, framework, serviceArea, value, by);
    }

    private Versioned<Tender> add(Draft asked, Invitation.Subject subject, String serviceArea, Money value, Person by) {
        var invitation = new Invitation(
                new TenderId(ids.next()),
                asked.kind(),
                asked.title(),
                asked.description(),
                serviceArea,
                subject,
                value,
                asked.whyProposals(),
                asked.criteria(),
                asked.closesAt(),
                by,
                LocalDate.now(clock));
        return desk.add(
                "TenderDrafted",
                Tendering.draft(invitation, rules.all()).orRefuse().state());
    }

    /**
     * Registers an officer's public key.
     *
     * @throws RefusedException if it is none, two others did before, the tender is published, or they may bid for it
     */
    @Transactional
    public Versioned<Tender> register(TenderId id, long seen, String key, Person by) {
        OfficerKey registered;
        try {
            var read = OfficerKeys.publicKey(key);
            registered = new OfficerKey(by, OfficerKeys.text(read), OfficerKeys.fingerprint(read));
        } catch (EnvelopeException e) {
            throw new RefusedException(new KeyUnusable(String.valueOf(e.getMessage())));
        }
        var held = desk.hold(id, seen);
        desk.requireNoStake(held.now(), Act.KEY, by);
        return desk.store(
                "TenderKeyRegistered",
                held,
                Tendering.register(held.now(), registered).orRefuse().state());
    }

    /**
     * Publishes the tender; a process is solicited by it.
     *
     * @throws RefusedException if notices or keys are missing, or the deadline follows too soon
     */
    @Transactional
    public Versioned<Tender> publish(TenderId id, long seen, List<Notice> notices) {
        return switch (desk.invitation(id).subject()) {
            case ForProcess(var process) -> publish(id, seen, notices, process);
            case Framework _ -> {
                var held = desk.hold(id, seen);
                LocalDate day = notices.isEmpty() ? LocalDate.now(clock) : Tendering.lastNotice(notices);
                var places = rules.all()
                        .evaluate(day, held.now().invitation().value())
                        .orRefuse()
                        .state()
                        .places();
                yield publish(held, notices, places);
            }
        };
    }

    private Versioned<Tender> publish(TenderId id, long seen, List<Notice> notices, ProcessId process) {
        var bought = hold(process);
        var year = processes.holdYear(bought.value().opening().year());
        var held = desk.hold(id, seen);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = notices.isEmpty() ? today : Tendering.lastNotice(notices);
        var invitation = held.now().invitation();
        var opening = bought.value().opening();
        cutOffs.of(opening.fund()).filter(day::isBefore).ifPresent(from -> {
            throw new RefusedException(new BeforeCutOff(opening.fund(), day, from));
        });
        if (!opening.value().equals(invitation.value())) {
            throw refused(
                    process,
                    "it is worth %s by now and the draft says %s; cancel the draft and draft it anew"
                            .formatted(opening.value(), invitation.value()));
        }
        // Where it must stand and what its value demands is decided where every solicitation is.
        var published = publish(held, notices, Set.of());
        var solicited = Competition.solicit(
                        bought.value(),
                        new NoticePosted(
                                day,
                                notices.stream().map(Notice::place).collect(Collectors.toUnmodifiableSet()),
                                invitation.closesAt(),
                                id.value()),
                        LocalDate.ofInstant(invitation.closesAt(), clock.getZone()),
                        year,
                        rules.all(),
                        today,
                        held.at())
                .orRefuse()
                .state();
        store("OffersSolicited", bought, solicited);
        return published;
    }

    private Versioned<Tender> publish(TenderDesk.Held held, List<Notice> notices, Set<String> places) {
        return desk.store(
                "TenderPublished",
                held,
                Tendering.publish(held.now(), notices, places, rules.all(), clock.getZone(), held.at())
                        .orRefuse()
                        .state());
    }

    /**
     * Cancels the tender; offers for its process may be asked for anew.
     *
     * @throws RefusedException if it is awarded or cancelled, or they belong to a bidder
     */
    @Transactional
    public Versioned<Tender> cancel(TenderId id, long seen, String reason, Person by) {
        if (desk.invitation(id).subject() instanceof ForProcess(var process)) {
            var bought = hold(process);
            var cancelled = cancelled(id, seen, reason, by);
            var next = Competition.withoutTender(
                    bought.value(), id.value(), holdings.ofProcess(process.value()), rules.all());
            if (!next.equals(bought.value())) {
                store("OffersNoLongerAsked", bought, next);
            }
            return cancelled;
        }
        return cancelled(id, seen, reason, by);
    }

    private Versioned<Tender> cancelled(TenderId id, long seen, String reason, Person by) {
        var held = desk.hold(id, seen);
        desk.requireNoStake(held.now(), Act.CANCEL, by);
        return desk.store(
                "TenderCancelled",
                held,
                Tendering.cancel(held.now(), reason, by, held.at()).orRefuse().state());
    }

    private Versioned<ContractingProcess> hold(ProcessId id) {
        return processes.hold(id).orElseThrow(() -> new RefusedException(new NoSuchProcess(id.value())));
    }

    private void store(String action, Versioned<ContractingProcess> read, ContractingProcess next) {
        long _ = processes.store(next, read.version());
        audit.record(new Change(action, next.id().toString(), read.value(), next));
    }

    private static RefusedException refused(ProcessId process, String why) {
        return new RefusedException(new ProcessNotTenderable(process, why));
    }
}
