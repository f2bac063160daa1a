package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.FundNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.NotYourSchool;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A school leader writes down what the school wants, and changes it: each time a new version with its own digest. */
@ApplicationScoped
public class DraftSelection {

    private final Selections selections;
    private final RememberedFunds funds;
    private final SchoolRoles roles;
    private final SelectionDesk desk;
    private final Fingerprint fingerprint;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    DraftSelection(
            Selections selections,
            RememberedFunds funds,
            SchoolRoles roles,
            SelectionDesk desk,
            Fingerprint fingerprint,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.selections = selections;
        this.funds = funds;
        this.roles = roles;
        this.desk = desk;
        this.fingerprint = fingerprint;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a selection.
     *
     * @throws RefusedException if the school is not the caller's, the fund is closed, the fund or a program was not heard
     *     of, or a line cannot be priced
     */
    @Transactional
    public Versioned<Selection> draft(Person by, FundId fund, SchoolCode school, Needs needs, List<LineAsked> asked) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        if (!roles.holds(by, SchoolRole.SCHOOL_LEADER, school, today)) {
            throw new RefusedException(new NotYourSchool(school));
        }
        // Held: the end of the year waits, and finds the draft.
        RememberedFund open = funds.hold(fund).orElseThrow(() -> new RefusedException(new FundNotHeard(fund)));
        open.closedAt().ifPresent(at -> {
            throw new RefusedException(new FundIsClosed(fund, at));
        });
        FiscalYear year = open.year();
        List<Line> lines = lines(asked, year, List.of(), today);
        Selection selection =
                Selection.draft(new SelectionId(ids.next()), fund, year, school, needs, lines, by, now, fingerprint);
        long version = selections.add(selection);
        audit.record(new AuditTrail.Change(
                "SelectionDrafted", selection.dossier().id().value().toString(), null, selection));
        return new Versioned<>(selection, version);
    }

    /**
     * Makes a new version of a draft, or of what was returned.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if it is not the caller's, cannot be changed, its fund is closed, or a line cannot be priced
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> revise(SelectionId id, long seen, Person by, Needs needs, List<LineAsked> asked) {
        var read = desk.hold(id, by, SchoolRole.SCHOOL_LEADER).expecting(id.value(), seen);
        Instant now = clock.instant();
        Dossier dossier = read.value().dossier();
        desk.mustBeOpen(dossier.fund());
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        List<Line> lines = lines(asked, dossier.year(), dossier.awardsToTake(), today);
        return desk.store("SelectionRevised", read, Selection.revise(read.value(), needs, lines, by, now, fingerprint));
    }

    /** The lines by today's price sheets. */
    List<Line> lines(List<LineAsked> asked, FiscalYear year, List<Award> awards, LocalDate today) {
        var programs = desk.programs(asked.stream().map(LineAsked::program).toList());
        return LineAsked.price(asked, programs, year, awards, today, ids)
                .orRefuse()
                .state();
    }
}
