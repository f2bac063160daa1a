package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Condition;
import org.partnershipfund.approval.plan.Facts;
import org.partnershipfund.approval.plan.PartnersHad;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;

/**
 * Who must agree to a version that is submitted today.
 *
 * <p>Source: docs/policy/approval.md §13.5.
 */
@ApplicationScoped
class ResolvePlan {

    private final PartnersHad partners;

    ResolvePlan(PartnersHad partners) {
        this.partners = partners;
    }

    /**
     * The plan of the newest version.
     *
     * @param recorded the fund's stages that hold today, if any were recorded
     * @param programs those of the lines that were heard of
     * @param today the day in the district
     */
    Plan of(Dossier dossier, Optional<Stages> recorded, Map<ProgramId, Program> programs, LocalDate today) {
        Stages stages = recorded.orElseGet(() -> Stages.usual(dossier.fund()));
        List<Line> lines = dossier.content().lines();
        return Plan.resolve(
                stages,
                new Facts(
                        dossier.content().total(),
                        asks(stages) ? firstTime(dossier, lines) : List.of(),
                        lines.stream()
                                .filter(line -> !isVetted(programs, line, today))
                                .map(Line::programName)
                                .toList()));
    }

    private static boolean asks(Stages stages) {
        return stages.stages().stream()
                .flatMap(Collection::stream)
                .flatMap(rule -> rule.anyOf().stream())
                .anyMatch(Condition.FirstTimePartner.class::isInstance);
    }

    private List<String> firstTime(Dossier dossier, List<Line> lines) {
        Set<UUID> had =
                partners.by(dossier.school(), lines.stream().map(Line::partner).toList());
        return lines.stream()
                .filter(line -> !had.contains(line.partner()))
                .map(Line::partnerName)
                .toList();
    }

    private static boolean isVetted(Map<ProgramId, Program> programs, Line line, LocalDate today) {
        return Optional.ofNullable(programs.get(line.program()))
                .filter(program -> program.isVettedOn(today))
                .isPresent();
    }
}
