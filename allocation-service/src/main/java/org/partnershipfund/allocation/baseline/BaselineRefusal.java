package org.partnershipfund.allocation.baseline;

import java.time.LocalDate;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Refusal;

/** Every way a notice of prior-year funding can say no. */
public sealed interface BaselineRefusal extends Refusal {

    /** The id names no notice. */
    record NoSuchNotice(NoticeId notice) implements BaselineRefusal {
        @Override
        public String sentence() {
            return "There is no notice %s. GET /prior-year-funding/imports lists those that were imported."
                    .formatted(notice.value());
        }
    }

    /** What was told on one day is not told differently on the same day. */
    record NoticeExists(FiscalYear year, LocalDate on, NoticeId existing) implements BaselineRefusal {
        @Override
        public String sentence() {
            return "The funding of %s with noticeOn %s was imported before, as notice %s. A notice never changes; give a correction a later day."
                    .formatted(year, on, existing.value());
        }
    }
}
