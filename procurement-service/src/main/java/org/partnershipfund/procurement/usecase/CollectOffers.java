package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.Competition;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.CutOffs;
import org.partnershipfund.procurement.process.Offer;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.BeforeCutOff;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.ProcessRefusal.ProgramNotKnown;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Programs;
import org.partnershipfund.procurement.process.Solicitation;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** Asks for offers and records the answers. */
@ApplicationScoped
public class CollectOffers {

    private final Processes processes;
    private final Programs programs;
    private final CutOffs cutOffs;
    private final ProcurementRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    CollectOffers(
            Processes processes,
            Programs programs,
            CutOffs cutOffs,
            ProcurementRules rules,
            AuditTrail audit,
            Clock clock) {
        this.processes = processes;
        this.programs = programs;
        this.cutOffs = cutOffs;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records the asking for offers; its day freezes the method.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if it does not fit the method, or was done before and is still enough
     */
    @Transactional
    public Versioned<ContractingProcess> solicit(ProcessId id, long seen, Solicitation asked) {
        var read = hold(id).expecting(id, seen);
        var fund = read.value().opening().fund();
        cutOffs.of(fund).filter(asked.on()::isBefore).ifPresent(from -> {
            throw new RefusedException(new BeforeCutOff(fund, asked.on(), from));
        });
        LocalDate opensOn = switch (asked) {
            case QuotesAsked quotes -> quotes.on();
            case NoticePosted notice -> LocalDate.ofInstant(notice.opensAt(), clock.getZone());
        };
        return store(
                "OffersSolicited",
                read,
                Competition.solicit(
                        read.value(),
                        asked,
                        opensOn,
                        processes.holdYear(read.value().opening().year()),
                        rules.all(),
                        LocalDate.now(clock),
                        clock.instant()));
    }

    /**
     * Records an answer.
     *
     * @throws RefusedException if answers of its kind are not recorded now
     */
    @Transactional
    public Versioned<ContractingProcess> record(ProcessId id, Offer offer) {
        var read = hold(id);
        return store(
                "OfferRecorded", read, Competition.offer(read.value(), offer, LocalDate.now(clock), clock.instant()));
    }

    /** The program that somebody offers. */
    @Transactional
    public Program program(UUID id) {
        return programs.find(id).orElseThrow(() -> new RefusedException(new ProgramNotKnown(id)));
    }

    private Versioned<ContractingProcess> hold(ProcessId id) {
        return processes.hold(id).orElseThrow(() -> new RefusedException(new NoSuchProcess(id.value())));
    }

    private Versioned<ContractingProcess> store(
            String action, Versioned<ContractingProcess> read, Decision<ContractingProcess> decision) {
        var next = decision.orRefuse().state();
        long version = processes.store(next, read.version());
        audit.record(new Change(action, next.id().toString(), read.value(), next));
        return new Versioned<>(next, version);
    }
}
