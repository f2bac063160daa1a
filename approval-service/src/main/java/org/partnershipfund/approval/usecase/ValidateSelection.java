package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.fund.SchoolAllocations;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.EarliestStart;
import org.partnershipfund.approval.selection.Finding;
import org.partnershipfund.approval.selection.Finding.Fault;
import org.partnershipfund.approval.selection.Findings;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.FundNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.NotYourSchool;
import org.partnershipfund.approval.selection.Validation;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Looks at a selection as a submission would, and changes nothing. */
@ApplicationScoped
public class ValidateSelection {

    private static final Needs NOT_ASKED = new Needs("", "", "", "");

    private final ReadSelections selections;
    private final RememberedFunds funds;
    private final SchoolAllocations allocations;
    private final SchoolRoles roles;
    private final SelectionDesk desk;
    private final MeasureDesk measures;
    private final Fingerprint fingerprint;
    private final Ids ids;
    private final Clock clock;

    ValidateSelection(
            ReadSelections selections,
            RememberedFunds funds,
            SchoolAllocations allocations,
            SchoolRoles roles,
            SelectionDesk desk,
            MeasureDesk measures,
            Fingerprint fingerprint,
            Ids ids,
            Clock clock) {
        this.selections = selections;
        this.funds = funds;
        this.allocations = allocations;
        this.roles = roles;
        this.desk = desk;
        this.measures = measures;
        this.fingerprint = fingerprint;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A draft that is not saved.
     *
     * @param asked the lines, each with its place as it is asked for, from 1 on
     * @throws RefusedException if the school is not the caller's, the fund is closed, or fund or allocation were not heard of
     */
    public Validation unsaved(Person by, FundId fund, SchoolCode school, List<LineAsked> asked) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        if (!roles.holds(by, SchoolRole.SCHOOL_LEADER, school, today)) {
            throw new RefusedException(new NotYourSchool(school));
        }
        RememberedFund open = funds.find(fund).orElseThrow(() -> new RefusedException(new FundNotHeard(fund)));
        open.closedAt().ifPresent(at -> {
            throw new RefusedException(new FundIsClosed(fund, at));
        });
        SchoolAllocation allocation = allocation(fund, school);
        var programs = desk.programs(asked.stream().map(LineAsked::program).toList());
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Map<UUID, Integer> places = new HashMap<>();
        for (int place = 1; place <= asked.size(); place++) {
            switch (LineAsked.price(List.of(asked.get(place - 1)), programs, open.year(), List.of(), today, ids)) {
                case Accepted<List<Line>>(List<Line> priced, var _) -> {
                    lines.addAll(priced);
                    places.put(priced.getFirst().id(), place);
                }
                case Refused<List<Line>>(var why) ->
                    findings.add(new Fault(Optional.of(place), (SelectionRefusal) why));
            }
        }
        var id = new SelectionId(ids.next());
        Measure measure = measures.look(allocation, id, open.year(), lines, today);
        if (lines.isEmpty()) {
            return validation(findings, Money.ZERO, measure, List.of());
        }
        Dossier dossier = Selection.draft(id, fund, open.year(), school, NOT_ASKED, lines, by, now, fingerprint)
                .dossier();
        ToIntFunction<Line> place = line -> places.getOrDefault(line.id(), 0);
        findings.addAll(Findings.of(dossier, measure, place));
        return validation(findings, dossier.content().total(), measure, Findings.starts(dossier, measure, place));
    }

    /**
     * The newest version of a selection.
     *
     * @throws RefusedException if there is none, only for others, or its allocation was not heard of
     */
    public Validation saved(SelectionId id, Reach reach) {
        Dossier dossier = selections.one(id, reach).value().dossier();
        Measure measure = measures.look(
                allocation(dossier.fund(), dossier.school()),
                id,
                dossier.year(),
                dossier.content().lines(),
                LocalDate.now(clock));
        return new Validation(
                Findings.of(dossier, measure),
                dossier.content().total(),
                measure.others().plus(dossier.spentOfEnded()),
                measure.allocation(),
                measure.returned(),
                measure.rules(),
                Findings.starts(dossier, measure));
    }

    private SchoolAllocation allocation(FundId fund, SchoolCode school) {
        return allocations
                .find(fund, school)
                .orElseThrow(() -> new RefusedException(new AllocationNotHeard(fund, school)));
    }

    private static Validation validation(
            List<Finding> findings, Money total, Measure measure, List<EarliestStart> starts) {
        return new Validation(
                findings, total, measure.others(), measure.allocation(), measure.returned(), measure.rules(), starts);
    }
}
