package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.allocation.opportunityindex.Computations;
import org.partnershipfund.allocation.opportunityindex.StudentRecords;
import org.partnershipfund.kernel.AuditTrail;

/** Deletes the pupils behind computations when the time for which they are kept is over. */
@ApplicationScoped
public class ForgetStudents {

    private final Computations computations;
    private final StudentRecords students;
    private final AuditTrail audit;
    private final Clock clock;

    ForgetStudents(Computations computations, StudentRecords students, AuditTrail audit, Clock clock) {
        this.computations = computations;
        this.students = students;
        this.audit = audit;
        this.clock = clock;
    }

    /** Deletes what is overdue, audited as counts; says how many pupils. */
    @Transactional
    public long forgetOverdue() {
        long all = 0;
        for (var computation : computations.overdue(clock.instant())) {
            long pupils = students.forget(computation);
            audit.record(new AuditTrail.Change(
                    "StudentsForgotten", computation.value().toString(), null, new Forgotten(pupils)));
            all += pupils;
        }
        return all;
    }

    private record Forgotten(long pupils) {}
}
