package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.formula.HoldHarmless;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoticeNotOfAnEarlierYear;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownIndexSet;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownNotice;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownSnapshot;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.EnrollmentSnapshots;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.usecase.RunScenario.Ask;
import org.partnershipfund.allocation.usecase.RunScenario.AskedRules;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Gathers what a scenario is computed from. */
@ApplicationScoped
class GatherInputs {

    private final IndexSets indexes;
    private final EnrollmentSnapshots snapshots;
    private final Schools schools;
    private final Notices notices;

    GatherInputs(IndexSets indexes, EnrollmentSnapshots snapshots, Schools schools, Notices notices) {
        this.indexes = indexes;
        this.snapshots = snapshots;
        this.schools = schools;
        this.notices = notices;
    }

    /** All that {@link Scenario#compute} takes but the ids. */
    record Inputs(
            Scenario.Title title,
            IndexSet index,
            EnrollmentSnapshot enrollment,
            Map<SchoolCode, School> schools,
            Map<SchoolCode, Money> before) {}

    /**
     * Gathers them.
     *
     * @throws RefusedException if the ask names something that does not exist, or its rules do not fit the fund
     */
    Inputs of(ScenarioId id, Fund fund, Ask ask, Instant now) {
        var index = indexes.find(ask.index()).orElseThrow(() -> new RefusedException(new UnknownIndexSet(ask.index())));
        var enrollment = snapshots
                .find(ask.enrollment())
                .orElseThrow(() -> new RefusedException(new UnknownSnapshot(ask.enrollment())));
        FiscalYear year = fund.terms().year();
        Optional<Notice> notice = ask.rules()
                .holdHarmless()
                .map(held -> notices.find(held.notice())
                        .orElseThrow(() -> new RefusedException(new UnknownNotice(held.notice()))));
        var title = new Scenario.Title(
                id,
                ask.name(),
                fund.id(),
                year,
                rules(fund.terms().pool(), year, ask.rules(), notice.map(Notice::title)),
                index.title(),
                enrollment.title(),
                now);
        return new Inputs(
                title,
                index,
                enrollment,
                schools.all(),
                notice.<Map<SchoolCode, Money>>map(Notice::bySchool).orElseGet(Map::of));
    }

    private static Rules rules(Money pool, FiscalYear year, AskedRules asked, Optional<Notice.Title> notice) {
        Optional<HoldHarmless> holdHarmless = notice.map(told -> {
            int gone = year.endYear() - told.year().endYear();
            if (gone < 1) {
                throw new RefusedException(new NoticeNotOfAnEarlierYear(told.id(), told.year(), year));
            }
            return new HoldHarmless(
                    told.id(),
                    told.year(),
                    told.on(),
                    told.illustrative(),
                    gone,
                    asked.holdHarmless().orElseThrow().phaseOut());
        });
        return Rules.of(
                        pool,
                        asked.reserve(),
                        asked.eligibility(),
                        asked.formula(),
                        asked.guardrails(),
                        holdHarmless,
                        asked.unit())
                .orRefuse()
                .state();
    }
}
