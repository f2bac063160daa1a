package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.selection.CopiedLine;
import org.partnershipfund.approval.selection.CopiedLine.Outcome.Copied;
import org.partnershipfund.approval.selection.CopiedLine.Outcome.LeftOut;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.FundNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.approval.selection.SelectionRefusal.NotFromLastYear;
import org.partnershipfund.approval.selection.SelectionRefusal.NothingToCopy;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** A school begins with what it chose last year: at today's prices, and nothing is dropped unsaid. */
@ApplicationScoped
public class CopySelection {

    private final Selections selections;
    private final RememberedFunds funds;
    private final SchoolRoles roles;
    private final SelectionDesk desk;
    private final Fingerprint fingerprint;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    CopySelection(
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
     * The new draft, and what became of each line.
     *
     * @param lines one per line of the older selection, in its order
     */
    public record Copy(Versioned<Selection> selection, List<CopiedLine> lines) {}

    /**
     * Drafts a selection from the newest version of one of the year before.
     *
     * @param into the fund of the new year
     * @throws RefusedException if the older one is not of the caller's school or not of the year before, the fund was not
     *     heard of or is closed, or no line can be bought again
     */
    @Transactional
    public Copy copy(Person by, SelectionId from, FundId into) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Dossier older = selections
                .find(from)
                .map(found -> found.value().dossier())
                .filter(found -> roles.holds(by, SchoolRole.SCHOOL_LEADER, found.school(), today))
                .orElseThrow(() -> new RefusedException(new NoSuchSelection(from)));
        // Held: the end of the year waits, and finds the draft.
        RememberedFund fund = funds.hold(into).orElseThrow(() -> new RefusedException(new FundNotHeard(into)));
        fund.closedAt().ifPresent(at -> {
            throw new RefusedException(new FundIsClosed(into, at));
        });
        if (fund.year().endYear() != older.year().endYear() + 1) {
            throw new RefusedException(new NotFromLastYear(from, older.year(), fund.year()));
        }
        List<CopiedLine> copied = copies(older.content().lines(), fund.year(), today);
        List<Line> lines = copied.stream()
                .map(CopiedLine::outcome)
                .filter(Copied.class::isInstance)
                .map(Copied.class::cast)
                .map(Copied::now)
                .toList();
        if (lines.isEmpty()) {
            throw new RefusedException(new NothingToCopy(from, reasons(copied)));
        }
        Needs needs = older.content().needs();
        Selection draft = Selection.draft(
                new SelectionId(ids.next()),
                into,
                fund.year(),
                older.school(),
                // Who took part, and what was considered, was last year's: this year's people say it anew.
                new Needs(needs.goals(), needs.dataLookedAt(), needs.pupilsToServe(), needs.communityInvolved()),
                lines,
                by,
                now,
                fingerprint);
        long version = selections.add(draft);
        audit.record(new AuditTrail.Change(
                "SelectionCopied", draft.dossier().id().value().toString(), older, draft));
        return new Copy(new Versioned<>(draft, version), copied);
    }

    private List<CopiedLine> copies(List<Line> older, FiscalYear year, LocalDate today) {
        Map<ProgramId, Program> programs =
                desk.programs(older.stream().map(Line::program).distinct().toList());
        List<CopiedLine> copied = new ArrayList<>();
        for (Line before : older) {
            copied.add(new CopiedLine(
                    before,
                    switch (LineAsked.price(List.of(CopiedLine.again(before)), programs, year, List.of(), today, ids)) {
                        case Accepted<List<Line>>(List<Line> priced, var _) -> new Copied(priced.getFirst());
                        case Refused<List<Line>>(var why) -> new LeftOut((SelectionRefusal) why);
                    }));
        }
        return copied;
    }

    private static String reasons(List<CopiedLine> copied) {
        List<String> sentences = new ArrayList<>();
        for (CopiedLine line : copied) {
            switch (line.outcome()) {
                case LeftOut(SelectionRefusal why) -> sentences.add(why.sentence());
                case Copied _ -> {}
            }
        }
        return String.join(" ", sentences);
    }
}
