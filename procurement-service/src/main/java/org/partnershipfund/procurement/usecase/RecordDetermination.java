package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.determination.Determination.Answer;
import org.partnershipfund.procurement.determination.Determination.Finding;
import org.partnershipfund.procurement.determination.DeterminationId;
import org.partnershipfund.procurement.determination.DeterminationRefusal.NoSuchDetermination;
import org.partnershipfund.procurement.determination.Determinations;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.process.ProcessRefusal.ProgramNotKnown;
import org.partnershipfund.procurement.process.Programs;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** Puts on record why something is bought without a competition, before it is bought; and takes it back. */
@ApplicationScoped
public class RecordDetermination {

    private final Determinations determinations;
    private final RememberedFunds funds;
    private final Programs programs;
    private final ProcurementRules rules;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RecordDetermination(
            Determinations determinations,
            RememberedFunds funds,
            Programs programs,
            ProcurementRules rules,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.determinations = determinations;
        this.funds = funds;
        this.programs = programs;
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What an officer determined; {@link Finding} says what each part is. */
    public record Determined(
            FundId fund,
            UUID program,
            Route.Kind kind,
            String ground,
            Money upTo,
            String investigation,
            List<String> asked,
            String reasonable,
            List<Answer> answers,
            String office,
            LocalDate determinedOn,
            String text,
            String officer) {
        public Determined {
            asked = List.copyOf(asked);
            answers = List.copyOf(answers);
        }
    }

    /**
     * Records the determination; it is public from then on.
     *
     * @throws RefusedException if the rules of its day know no such ground, a condition is not answered, or it is above a cap
     */
    @Transactional
    public Versioned<Determination> record(Determined said) {
        var fund = funds.find(said.fund()).orElseThrow(() -> new RefusedException(new FundNotKnown(said.fund())));
        var program = programs.find(said.program())
                .orElseThrow(() -> new RefusedException(new ProgramNotKnown(said.program())));
        var finding = new Finding(
                new DeterminationId(ids.next()),
                fund.id(),
                fund.year(),
                program,
                said.kind(),
                said.ground(),
                said.upTo(),
                said.investigation(),
                said.asked(),
                said.reasonable(),
                said.answers(),
                said.office(),
                said.determinedOn(),
                said.text(),
                said.officer(),
                clock.instant());
        var made = Determination.make(finding, rules.all(), LocalDate.now(clock))
                .orRefuse()
                .state();
        long version = determinations.store(made, 0);
        audit.record(new Change("DeterminationRecorded", made.id().toString(), null, made));
        return new Versioned<>(made, version);
    }

    /**
     * Takes it back; no route names it from then on.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if it was revoked before, or a process rests on it
     */
    @Transactional
    public Versioned<Determination> revoke(DeterminationId id, long seen, String reason) {
        var read = determinations
                .hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchDetermination(id.toString())))
                .expecting(id, seen);
        var revoked = Determination.revoke(read.value(), determinations.usedBy(id), reason, clock.instant())
                .orRefuse()
                .state();
        long version = determinations.store(revoked, read.version());
        audit.record(new Change("DeterminationRevoked", id.toString(), read.value(), revoked));
        return new Versioned<>(revoked, version);
    }
}
