package org.partnershipfund.procurement.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.determination.DeterminationRefusal.ConditionsOpen;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationExceeded;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationInUse;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationOfAnother;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationRevoked;
import org.partnershipfund.procurement.determination.DeterminationRefusal.NotDeterminedYet;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.SoleSourceOverCap;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.rules.ProcurementRule;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.rules.RuleRefusal.NoSuchGround;

/**
 * The written determination on which a sole source or an exemption rests. It is made before anything is bought by it, is
 * public from then on, and never changes; a wrong one is revoked.
 *
 * <p>Source: docs/policy/procurement.md §9.
 */
public sealed interface Determination {

    /** What was determined. */
    Finding finding();

    default DeterminationId id() {
        return finding().id();
    }

    /** It may be named by a route. */
    record Standing(Finding finding) implements Determination {}

    /** It may not be named any more. */
    record Revoked(Finding finding, String reason, Instant at) implements Determination {}

    /**
     * What was determined, and on what.
     *
     * @param kind sole source or exemption
     * @param ground the name of the dated rule it rests on
     * @param upTo the value it covers, all schools, all years with options
     * @param investigation what was looked at, in writing
     * @param asked the organisations that were asked whether they could; perhaps none
     * @param reasonable why the price is reasonable
     * @param answers how each condition of the ground is met
     * @param office the office or title of who determined; public, so never a name
     * @param determinedOn the day of the determination; its rules count
     * @param text the determination itself
     * @param officer who recorded it, by the subject of their token; not public
     */
    record Finding(
            DeterminationId id,
            FundId fund,
            FiscalYear year,
            Program program,
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
            String officer,
            Instant recordedAt) {
        public Finding {
            asked = List.copyOf(asked);
            answers = List.copyOf(answers);
            if (kind != Route.Kind.SOLE_SOURCE && kind != Route.Kind.EXEMPTION) {
                throw new IllegalArgumentException("a route %s rests on no determination".formatted(kind.word()));
            }
        }
    }

    /**
     * How a condition is met.
     *
     * @param rule the id of the dated rule
     */
    record Answer(String rule, String how) {}

    /** Records a determination, if its ground is known on its day and each of the ground's conditions is answered. */
    static Decision<Determination> make(Finding finding, RuleBook rules, LocalDate today) {
        LocalDate on = finding.determinedOn();
        if (on.isAfter(today)) {
            return Decision.refuse(new NotDeterminedYet(on, today));
        }
        var unknown = groundUnknown(finding, rules, on);
        if (unknown.isPresent()) {
            return Decision.refuse(unknown.get());
        }
        Set<String> demanded = rules.conditions(finding.ground(), on).stream()
                .map(ProcurementRule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> answered =
                finding.answers().stream().map(Answer::rule).collect(Collectors.toCollection(TreeSet::new));
        if (!answered.equals(demanded) || finding.answers().size() != demanded.size()) {
            return Decision.refuse(new ConditionsOpen(finding.ground(), List.copyOf(demanded), List.copyOf(answered)));
        }
        if (finding.kind() == Route.Kind.SOLE_SOURCE && !rules.permits("sole-source", on, finding.upTo())) {
            return Decision.refuse(new SoleSourceOverCap(finding.upTo()));
        }
        return Decision.accept(new Standing(finding));
    }

    private static Optional<Refusal> groundUnknown(Finding finding, RuleBook rules, LocalDate on) {
        boolean ofSoleSource = finding.ground().equals(Route.Kind.SOLE_SOURCE.word());
        if (rules.ground(finding.ground(), on).isPresent()
                && ofSoleSource == (finding.kind() == Route.Kind.SOLE_SOURCE)) {
            return Optional.empty();
        }
        return Optional.of(new NoSuchGround(
                finding.ground(),
                on,
                rules.recorded(on, rules.home(on))
                        .filter(rule -> rule.adopted() && rule.kind().equals("ground"))
                        .map(ProcurementRule::name)
                        .filter(name -> name.equals(Route.Kind.SOLE_SOURCE.word())
                                == (finding.kind() == Route.Kind.SOLE_SOURCE))
                        .sorted()
                        .toList()));
    }

    /**
     * Revokes it: no route names it from then on.
     *
     * @param usedBy a process that rests on it and was not cancelled
     */
    static Decision<Determination> revoke(
            Determination determination, Optional<ProcessId> usedBy, String reason, Instant at) {
        return switch (determination) {
            case Revoked(var finding, var _, var before) ->
                Decision.refuse(new DeterminationRevoked(finding.id(), before));
            case Standing(var finding) ->
                usedBy.isPresent()
                        ? Decision.refuse(new DeterminationInUse(finding.id(), usedBy.get()))
                        : Decision.accept(new Revoked(finding, reason, at));
        };
    }

    /** Why a purchase does not rest on it, if it does not: another fund, program or route, too dear, revoked, or a ground
     * that the rules of the day of opening do not know any more. */
    default Optional<Refusal> wrongFor(Opening opening, RuleBook rules) {
        return switch (this) {
            case Revoked(var finding, var _, var at) -> Optional.of(new DeterminationRevoked(finding.id(), at));
            case Standing(var finding) -> wrongFor(finding, opening, rules);
        };
    }

    private static Optional<Refusal> wrongFor(Finding finding, Opening opening, RuleBook rules) {
        if (!finding.fund().equals(opening.fund())) {
            return another(finding, "fund " + finding.fund().value());
        }
        UUID program = opening.chosen().id();
        if (!finding.program().id().equals(program)) {
            return another(finding, "program " + finding.program().name());
        }
        if (finding.kind() != opening.route().kind()) {
            return another(finding, "route " + finding.kind().word());
        }
        if (opening.own().exceeds(finding.upTo())) {
            return Optional.of(new DeterminationExceeded(finding.id(), opening.own(), finding.upTo()));
        }
        return groundUnknown(finding, rules, opening.openedOn());
    }

    private static Optional<Refusal> another(Finding finding, String what) {
        return Optional.of(new DeterminationOfAnother(finding.id(), what));
    }
}
