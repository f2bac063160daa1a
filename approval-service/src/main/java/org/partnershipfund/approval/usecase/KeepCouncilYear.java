package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.approval.council.CouncilYear;
import org.partnershipfund.approval.council.CouncilYears;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A school reports when its council was elected, met first and adopted its by-laws. */
@ApplicationScoped
public class KeepCouncilYear {

    private final ConductDesk desk;
    private final CouncilYears years;
    private final AuditTrail audit;
    private final Clock clock;

    KeepCouncilYear(ConductDesk desk, CouncilYears years, AuditTrail audit, Clock clock) {
        this.desk = desk;
        this.years = years;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reports a school year, all of it.
     *
     * @param seen the version that the caller decided upon; 0 if nothing was reported before
     * @throws RefusedException if the caller does not chair the council, or a day is not of that year, or not past
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<CouncilYear> report(CouncilYear asked, long seen, CouncilManager by) {
        SchoolCode school = asked.school();
        var _ = desk.managed(school, by);
        var read = years.of(school, asked.year()).expecting(school, seen);
        var reported =
                CouncilYear.report(asked, LocalDate.now(clock)).orRefuse().state();
        var _ = years.store(reported, by.person(), read.version());
        audit.record(new AuditTrail.Change("CouncilYearReported", school.value(), read.value(), reported));
        return years.of(school, asked.year());
    }

    /**
     * What is known of a school year.
     *
     * @throws RefusedException if the school has no council, or only for others
     */
    public Versioned<CouncilYear> read(SchoolCode school, FiscalYear year, Reach reach) {
        var _ = desk.council(school, reach);
        return years.of(school, year);
    }
}
