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

    /** Nobody is told before the day of the notice. */
    record NoNoticeYet(LocalDate today) implements BaselineRefusal {
        @Override
        public String sentence() {
            return "No notice of that year is told, and today is %s in the district. A notice is public from its day on; GET /prior-year-funding lists what is told."
                    .formatted(today);
        }
    }

    /** The books of that year do not name the partner so. */
    record PartnerNotInNotice(String partner, FiscalYear year) implements BaselineRefusal {
        @Override
        public String sentence() {
            return "The notice of %s has no partner '%s'. Write the name exactly as GET /prior-year-funding has it."
                    .formatted(year, partner);
        }
    }

    /** A letter of so many lines helps nobody. */
    record TooLongForALetter(int most) implements BaselineRefusal {
        @Override
        public String sentence() {
            return "The notice has more than %,d lines for this letter. Read them as a list: GET /prior-year-funding as text/csv."
                    .formatted(most);
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
