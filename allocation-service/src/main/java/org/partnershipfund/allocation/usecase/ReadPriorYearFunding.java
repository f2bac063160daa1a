package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.baseline.PriorYearFunding.Told;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** Reads what the years before paid for; a notice does not exist before its day for those who may not see drafts. */
@ApplicationScoped
public class ReadPriorYearFunding {

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final Notices notices;
    private final Clock clock;

    ReadPriorYearFunding(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** What the latest notice of each year tells, behind {@code after}, at most {@code limit}; empty parts ask for all. */
    public List<Told> told(
            Sight sight,
            Optional<SchoolCode> school,
            Optional<FiscalYear> year,
            Optional<Instant> changedAfter,
            Optional<FundingId> after,
            int limit) {
        return notices.told(
                new Notices.Filter(
                        upTo(sight, clock),
                        school,
                        Optional.empty(),
                        year,
                        changedAfter.map(instant -> changed(sight, instant))),
                after,
                limit);
    }

    /** To the public, a notice is new from its day on, however long before it was imported. */
    private Notices.ChangedAfter changed(Sight sight, Instant after) {
        return new Notices.ChangedAfter(
                after,
                switch (sight) {
                    case DRAFTS -> Optional.empty();
                    case PUBLISHED -> Optional.of(LocalDate.ofInstant(after, clock.getZone()));
                });
    }

    /** The latest notice of one year that the reader may see. */
    public Optional<Notice> notice(Sight sight, FiscalYear year) {
        List<Told> lines =
                told(sight, Optional.empty(), Optional.of(year), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        lines.getFirst().notice(),
                        lines.stream().map(Told::funding).toList()));
    }

    /** The last day whose notices the reader may see. */
    static LocalDate upTo(Sight sight, Clock clock) {
        return switch (sight) {
            case DRAFTS -> ANY_DAY;
            case PUBLISHED -> LocalDate.now(clock);
        };
    }
}
