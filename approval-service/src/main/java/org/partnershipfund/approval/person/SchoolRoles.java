package org.partnershipfund.approval.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;

/** Where roles count, by dated records; this service owns the facts behind them and writes them with their cause. */
public interface SchoolRoles {

    /**
     * Records a role at a school; said again with the same first day, only its end changes.
     *
     * @param until the last day that counts; empty until further notice
     */
    void record(Person person, SchoolRole role, SchoolCode school, LocalDate from, Optional<LocalDate> until);

    /** Takes back a role that never came to be; one that was never recorded stays so. */
    void cancel(Person person, SchoolRole role, SchoolCode school, LocalDate from);

    /** Whether the person's role counts at the school on that day. */
    boolean holds(Person person, SchoolRole role, SchoolCode school, LocalDate day);

    /** Everybody whose role counts at the school on that day. */
    List<Person> holders(SchoolRole role, SchoolCode school, LocalDate day);
}
