package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.support.SupportCalendar;
import org.partnershipfund.approval.support.SupportCalendars;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchSupportCalendar;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Sets on which days a fund's schools are helped; sessions that are announced already stay as they are. */
@ApplicationScoped
public class SetSupportCalendar {

    private final SupportCalendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    SetSupportCalendar(SupportCalendars calendars, AuditTrail audit, Clock clock) {
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the calendar of a fund.
     *
     * @param seen the calendar's version that the caller decided upon
     * @param next the calendar by the instant at which it changes
     * @throws RefusedException if no such fund was heard of, or a last day precedes its first
     */
    @Transactional
    public Versioned<SupportCalendar> set(FundId fund, long seen, Function<Instant, SupportCalendar> next) {
        var read = read(fund).expecting(fund.value(), seen);
        SupportCalendar calendar =
                SupportCalendar.set(next.apply(clock.instant())).orRefuse().state();
        long version = calendars.store(calendar, read.version());
        audit.record(new AuditTrail.Change("SupportCalendarSet", fund.value().toString(), read.value(), calendar));
        return new Versioned<>(calendar, version);
    }

    /**
     * The calendar of a fund.
     *
     * @throws RefusedException if no such fund was heard of
     */
    public Versioned<SupportCalendar> read(FundId fund) {
        return calendars.find(fund).orElseThrow(() -> new RefusedException(new NoSuchSupportCalendar(fund)));
    }
}
