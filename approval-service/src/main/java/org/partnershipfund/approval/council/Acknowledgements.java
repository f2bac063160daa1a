package org.partnershipfund.approval.council;

import java.util.List;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** Every acknowledgement of the conflict-of-interest law; none is ever changed. */
public interface Acknowledgements {

    /** Those of one council and year, one per person. */
    List<Acknowledgement> of(SchoolCode school, FiscalYear year);

    /** Adds it; if the person acknowledged this year before, what was said first stays. */
    void add(Acknowledgement acknowledgement);
}
