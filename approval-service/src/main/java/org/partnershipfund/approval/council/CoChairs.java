package org.partnershipfund.approval.council;

import java.util.List;
import org.partnershipfund.kernel.SchoolCode;

/** Who was named co-chair of which council from which day on; only added to. */
public interface CoChairs {

    /** Everybody who was named, oldest first. */
    List<CoChair.Named> of(SchoolCode school);

    /** Adds one. */
    void add(SchoolCode school, CoChair.Named named);
}
