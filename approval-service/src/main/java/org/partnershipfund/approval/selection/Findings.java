package org.partnershipfund.approval.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.policy.CapacityRule;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.PartnerChoice;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.approval.selection.Concern.CapacityShort;
import org.partnershipfund.approval.selection.Concern.ContractDelivered;
import org.partnershipfund.approval.selection.Concern.NotOnTheMenu;
import org.partnershipfund.approval.selection.Concern.ServiceTooEarly;
import org.partnershipfund.approval.selection.Finding.Fault;
import org.partnershipfund.approval.selection.Finding.Warning;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationExceeded;
import org.partnershipfund.approval.selection.SelectionRefusal.CapacityExceeded;
import org.partnershipfund.approval.selection.SelectionRefusal.LineBelowLeast;
import org.partnershipfund.approval.selection.SelectionRefusal.LostACompetition;
import org.partnershipfund.approval.selection.SelectionRefusal.NotInPortfolio;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramSuspended;
import org.partnershipfund.approval.selection.SelectionRefusal.ShareTooLarge;
import org.partnershipfund.approval.selection.SelectionRefusal.SubmittedTooLate;
import org.partnershipfund.approval.selection.SelectionRefusal.TooFewPartners;
import org.partnershipfund.approval.selection.SelectionRefusal.TooManyPartners;
import org.partnershipfund.kernel.Money;

/**
 * Everything that is found in the newest version of a selection, in one look: the submission is refused by the first fault,
 * a school that drafts sees all of it.
 *
 * <p>Source: docs/policy/approval.md §2, §5, §7, §10 and §11.
 */
public final class Findings {

    private final Dossier dossier;
    private final Measure measure;
    private final ToIntFunction<Line> place;
    private final CarriedLines carried;
    private final List<Line> lines;
    private final List<Finding> found = new ArrayList<>();

    private Findings(Dossier dossier, Measure measure, ToIntFunction<Line> place) {
        this.dossier = dossier;
        this.measure = measure;
        this.place = place;
        this.carried = dossier.carried();
        this.lines = dossier.content().lines();
    }

    /** All findings in the order in which a submission looks for faults. */
    public static List<Finding> of(Dossier dossier, Measure measure) {
        return of(dossier, measure, placesOf(dossier));
    }

    /**
     * All findings, of a draft that has not all the lines that were asked for.
     *
     * @param place where a line stood in what was asked for, from 1 on
     */
    public static List<Finding> of(Dossier dossier, Measure measure, ToIntFunction<Line> place) {
        var findings = new Findings(dossier, measure, place);
        findings.look();
        return List.copyOf(findings.found);
    }

    /** The first fault; empty if it may be submitted. */
    static Optional<SelectionRefusal> fault(Dossier dossier, Measure measure) {
        return of(dossier, measure).stream()
                .flatMap(finding -> switch (finding) {
                    case Fault(var _, SelectionRefusal why) -> Optional.of(why).stream();
                    case Warning _ -> Optional.<SelectionRefusal>empty().stream();
                })
                .findFirst();
    }

    /** From when on the services of each line can lawfully be given; lines under contract are bought already. */
    public static List<EarliestStart> starts(Dossier dossier, Measure measure) {
        return starts(dossier, measure, placesOf(dossier));
    }

    /** As {@link #starts(Dossier, Measure)}, of a draft that has not all the lines that were asked for. */
    public static List<EarliestStart> starts(Dossier dossier, Measure measure, ToIntFunction<Line> place) {
        return new Findings(dossier, measure, place).starts();
    }

    private static ToIntFunction<Line> placesOf(Dossier dossier) {
        List<UUID> ids = dossier.content().lines().stream().map(Line::id).toList();
        return line -> ids.indexOf(line.id()) + 1;
    }

    private void look() {
        Optional<LocalDate> due = measure.policy().selectionsDueOn();
        if (dossier.firstSubmittedAt().isEmpty()
                && due.isPresent()
                && measure.today().isAfter(due.get())) {
            fault(new SubmittedTooLate(due.get(), measure.today()));
        }
        carried.dropped().ifPresent(this::fault);
        lines.forEach(this::lookAt);
        Money total = dossier.content().total();
        // What was spent of contracts that ended is spent, whatever the version asks for.
        Money others = measure.others().plus(dossier.spentOfEnded());
        if (total.plus(others).exceeds(measure.allocation().plus(measure.returned()))) {
            fault(new AllocationExceeded(total, others, measure.allocation(), measure.returned()));
        }
        lookAtPartners(total);
        lines.forEach(this::lookAtAmount);
        lookAtCapacity();
        starts().forEach(this::lookAtStart);
    }

    private void lookAt(Line line) {
        Program program = measure.programs().get(line.program());
        if (program == null) {
            fault(line, new ProgramNotHeard(line.program()));
            return;
        }
        if (carried.has(line)) {
            carried.of(line)
                    .filter(one -> dossier.isCompleted(one.contract()))
                    .filter(one -> line.amount().exceeds(one.amount()))
                    .ifPresent(
                            one -> warn(line, new ContractDelivered(line.programName(), one.amount(), line.amount())));
            return; // It is bought already: neither a lost competition nor the policy takes a contract away.
        }
        Optional<Award> better = line.isAwarded() ? Optional.empty() : dossier.lostTo(line.program());
        better.ifPresent(award -> fault(line, new LostACompetition(line.programName(), award.partnerName())));
        if (program.isSuspendedOn(measure.today())) {
            fault(line, new ProgramSuspended(line.programName(), measure.today()));
        } else if (!program.isVettedOn(measure.today()) && !dossier.isAwarded(line.program())) {
            switch (measure.policy().partnerChoice()) {
                case PartnerChoice.PORTFOLIO_ONLY ->
                    fault(line, new NotInPortfolio(line.programName(), measure.today()));
                case PartnerChoice.ANY_REGISTERED -> warn(line, new NotOnTheMenu(line.programName(), measure.today()));
            }
        }
    }

    private void lookAtPartners(Money total) {
        Map<UUID, Money> shares = new LinkedHashMap<>();
        lines.forEach(line -> shares.merge(line.partner(), line.amount(), Money::plus));
        SelectionRules rules = measure.rules();
        boolean isAwarded = lines.stream().anyMatch(Line::isAwarded);
        if (shares.size() < rules.minPartners() && !isAwarded) {
            fault(new TooFewPartners(shares.size(), rules.minPartners()));
        }
        rules.maxPartners()
                .filter(most -> shares.size() > most && lines.stream().anyMatch(this::isTheSchoolsChoice))
                .ifPresent(most -> fault(new TooManyPartners(shares.size(), most)));
        Money most = rules.mostForOne(total);
        shares.forEach((partner, share) -> {
            List<Line> its = lines.stream()
                    .filter(line -> line.partner().equals(partner))
                    .toList();
            if (rules.largestSharePercent() < 100
                    && share.exceeds(most)
                    && its.stream().anyMatch(this::isTheSchoolsChoice)) {
                fault(new ShareTooLarge(its.getFirst().partnerName(), share, total, rules.largestSharePercent(), most));
            }
        });
    }

    private void lookAtAmount(Line line) {
        Money least = measure.rules().leastPerLine();
        if (isTheSchoolsChoice(line) && least.exceeds(line.amount())) {
            fault(line, new LineBelowLeast(line.programName(), line.amount(), least));
        }
    }

    private void lookAtCapacity() {
        Map<ProgramId, List<Line>> byProgram = new LinkedHashMap<>();
        lines.forEach(line -> byProgram
                .computeIfAbsent(line.program(), _ -> new ArrayList<>())
                .add(line));
        byProgram.forEach((id, its) -> {
            Optional<Line> chosen =
                    its.stream().filter(this::isTheSchoolsChoice).findFirst();
            Optional<Integer> capacity =
                    Optional.ofNullable(measure.programs().get(id)).flatMap(Program::capacity);
            long here = its.stream().mapToLong(Line::pupils).sum();
            long elsewhere = measure.pupilsElsewhere().getOrDefault(id, 0L);
            if (chosen.isPresent() && capacity.isPresent() && here + elsewhere > capacity.get()) {
                var why = new CapacityExceeded(chosen.get().programName(), here, elsewhere, capacity.get());
                switch (measure.rules().capacity()) {
                    case CapacityRule.REFUSES -> fault(chosen.get(), why);
                    case CapacityRule.WARNS -> warn(chosen.get(), new CapacityShort(why));
                }
            }
        });
    }

    private void lookAtStart(EarliestStart start) {
        start.tier().ifPresent(tier -> {
            var earliest = tier.earliest(measure.today());
            if (start.line().serviceFrom().isBefore(earliest)) {
                warn(
                        start.line(),
                        new ServiceTooEarly(
                                start.line().programName(),
                                start.line().serviceFrom(),
                                earliest,
                                start.toPartner(),
                                tier.method(),
                                tier.weeksAtLeast()));
            }
        });
    }

    private List<EarliestStart> starts() {
        List<Line> toBuy = lines.stream().filter(line -> !carried.has(line)).toList();
        return toBuy.stream()
                .map(line -> {
                    Money toPartner = toBuy.stream()
                            .filter(other -> other.partner().equals(line.partner()))
                            .map(Line::amount)
                            .reduce(Money.ZERO, Money::plus);
                    return new EarliestStart(
                            place.applyAsInt(line),
                            line,
                            toPartner,
                            LeadTime.of(measure.leadTimes(), toPartner, measure.today()));
                })
                .toList();
    }

    /** What is under contract, and what a competition awarded, is not the school's to choose. */
    private boolean isTheSchoolsChoice(Line line) {
        return !line.isAwarded() && !carried.has(line);
    }

    private void fault(SelectionRefusal why) {
        found.add(new Fault(Optional.empty(), why));
    }

    private void fault(Line line, SelectionRefusal why) {
        found.add(new Fault(Optional.of(place.applyAsInt(line)), why));
    }

    private void warn(Line line, Concern about) {
        found.add(new Warning(Optional.of(place.applyAsInt(line)), about));
    }
}
