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

    /** What changes against the year before cannot be said before that year is told. */
    record YearBeforeNotTold(FiscalYear year) implements BaselineRefusal {
        @Override
        public String sentence() {
            return "What the central office paid in %s is not told to you yet. The district's offices import it by POST /prior-year-funding/imports?fiscalYear=%d; everybody else reads it from the day of the notice on."
                    .formatted(year, year.endYear());
        }
    }
}
