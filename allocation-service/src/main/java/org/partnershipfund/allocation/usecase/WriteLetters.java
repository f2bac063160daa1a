package org.partnershipfund.allocation.usecase;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.allocation.baseline.BaselineRefusal.NoNoticeYet;
import org.partnershipfund.allocation.baseline.BaselineRefusal.PartnerNotInNotice;
import org.partnershipfund.allocation.baseline.BaselineRefusal.TooLongForALetter;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.baseline.PriorYearFunding.Told;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.letter.AllocationLetter;
import org.partnershipfund.allocation.letter.FundingEnds;
import org.partnershipfund.allocation.letter.PartnerNotice;
import org.partnershipfund.allocation.letter.SchoolNotice;
import org.partnershipfund.allocation.revision.RevisedAllocation;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.Allocations;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.SchoolNotInScenario;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.school.SchoolRefusal.NoSuchSchool;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Puts together what the district writes to schools and partners; under the same embargo as the figures themselves. */
@ApplicationScoped
public class WriteLetters {

    private static final Comparator<FundingEnds.Line> BY_SCHOOL_AND_PARTNER = comparing(FundingEnds.Line::schoolName)
            .thenComparing(line -> line.funding().partner())
            .thenComparing(line -> line.funding().serviceArea());

    private final ReadScenarios readScenarios;
    private final ReadRevisions readRevisions;
    private final Allocations allocations;
    private final Revisions revisions;
    private final Notices notices;
    private final Schools schools;
    private final Funds funds;
    private final Clock clock;

    WriteLetters(
            ReadScenarios readScenarios,
            ReadRevisions readRevisions,
            Allocations allocations,
            Revisions revisions,
            Notices notices,
            Schools schools,
            Funds funds,
            Clock clock) {
        this.readScenarios = readScenarios;
        this.readRevisions = readRevisions;
        this.allocations = allocations;
        this.revisions = revisions;
        this.notices = notices;
        this.schools = schools;
        this.funds = funds;
        this.clock = clock;
    }

    /**
     * The letter about a published allocation.
     *
     * @throws RefusedException if it does not exist
     */
    public AllocationLetter allocation(AllocationId id) {
        return letter(readRevisions.allocation(id));
    }

    /**
     * The letter that a scenario would bring, or has brought, to one school.
     *
     * @throws RefusedException if the scenario does not exist, or only for others, or has no such school
     */
    public AllocationLetter allocation(ScenarioId id, SchoolCode school, Sight sight) {
        var scenario = readScenarios.scenario(id, sight).value();
        var found = allocations
                .find(id, school)
                .orElseThrow(() -> new RefusedException(new SchoolNotInScenario(id, school)));
        return letter(RevisedAllocation.of(
                found,
                scenario.publishedAt().isPresent()
                        ? revisions.accepted(List.of(scenario.title().fund()))
                        : List.of()));
    }

    /**
     * What a school is told about the partnerships that the central office pays for there.
     *
     * @param year of which year; of the latest that is told if empty
     * @throws RefusedException if there is no such school, or no notice that the reader may see
     */
    public SchoolNotice school(SchoolCode code, Optional<FiscalYear> year, Sight sight) {
        School school = schools.find(code)
                .orElseThrow(() -> new RefusedException(new NoSuchSchool(code)))
                .value();
        return new SchoolNotice(school, ends(Optional.of(code), Optional.empty(), year, sight));
    }

    /**
     * What a partner is told about the partnerships that the central office pays it for.
     *
     * @param name as the notice has it
     * @param year of which year; of the latest that is told if empty
     * @throws RefusedException if there is no notice that the reader may see, or the partner is not in it
     */
    public PartnerNotice partner(String name, Optional<FiscalYear> year, Sight sight) {
        var ends = ends(Optional.empty(), Optional.of(name), year, sight);
        if (!ends.funded()) {
            throw new RefusedException(new PartnerNotInNotice(name, ends.year()));
        }
        return new PartnerNotice(name, ends);
    }

    private AllocationLetter letter(RevisedAllocation allocation) {
        var scenario = allocation.published().scenario();
        Fund fund = readScenarios.fund(scenario.title().fund(), Sight.DRAFTS).value();
        return new AllocationLetter(
                allocation,
                fund,
                scenario.publishedAt().map(instant -> LocalDate.ofInstant(instant, clock.getZone())),
                scenario.title()
                        .rules()
                        .holdHarmless()
                        .flatMap(held -> notices.find(held.notice()))
                        .map(Notice::title));
    }

    private FundingEnds ends(
            Optional<SchoolCode> school, Optional<String> partner, Optional<FiscalYear> year, Sight sight) {
        LocalDate today = LocalDate.now(clock);
        LocalDate upTo = ReadPriorYearFunding.upTo(sight, clock);
        Notice.Title notice =
                notices.latest(year, upTo).orElseThrow(() -> new RefusedException(new NoNoticeYet(today)));
        var told = notices.told(
                new Notices.Filter(upTo, school, partner, Optional.of(notice.year()), Optional.empty()),
                Optional.empty(),
                FundingEnds.MOST_LINES + 1);
        if (told.size() > FundingEnds.MOST_LINES) {
            throw new RefusedException(new TooLongForALetter(FundingEnds.MOST_LINES));
        }
        Map<SchoolCode, School> known = schools.all();
        return new FundingEnds(
                notice,
                told.stream()
                        .map(Told::funding)
                        .map(line -> new FundingEnds.Line(
                                line, requireNonNull(known.get(line.school())).name()))
                        .sorted(BY_SCHOOL_AND_PARTNER)
                        .toList(),
                funds.of(new FiscalYear(notice.year().endYear() + 1)).stream()
                        .map(Fund::terms)
                        .toList(),
                today.isBefore(notice.on()));
    }
}
