package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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

    /**
     * Deletes some of what is overdue, audited as a count, in a transaction of its own: what is deleted stays deleted,
     * however much there is and whatever happens later. Called until nothing is left; pupils from which somebody computes
     * just now are left for the next time.
     *
     * @param most at most so many pupils at once
     * @return how many were deleted
     */
    @Transactional(TxType.REQUIRES_NEW)
    public long forgetOverdue(int most) {
        for (var computation : computations.overdue(clock.instant())) {
            long pupils = students.forget(computation, most);
            if (pupils > 0) {
                audit.record(new AuditTrail.Change(
                        "StudentsForgotten", computation.value().toString(), null, new Forgotten(pupils)));
                return pupils;
            }
        }
        return 0;
    }

    private record Forgotten(long pupils) {}
}
