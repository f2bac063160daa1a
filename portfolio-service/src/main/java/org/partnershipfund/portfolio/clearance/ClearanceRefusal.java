package org.partnershipfund.portfolio.clearance;

import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.Refusal;

/** Every way a clearance can say no. */
public sealed interface ClearanceRefusal extends Refusal {

    /** The id names no clearance, or none of a partner that the caller acts for. */
    record NoSuchClearance(ClearanceId clearance) implements ClearanceRefusal {
        @Override
        public String sentence() {
            return "There is no clearance %s that you may see. GET /clearances lists yours."
                    .formatted(clearance.value());
        }
    }

    /** What is cleared has a last day; what is not has none. */
    record ClearanceDaysDoNotFit(String kind, String status, String expiresOn) implements ClearanceRefusal {
        @Override
        public String sentence() {
            return "kind is %s, status is %s and expiresOn is %s. Give expiresOn with what is cleared (tax-status may go without), and not with what is not cleared."
                    .formatted(kind, status, expiresOn);
        }
    }

    /** What is over clears nobody. */
    record ClearanceExpired(String kind, LocalDate expiresOn, LocalDate today) implements ClearanceRefusal {
        @Override
        public String sentence() {
            return "expiresOn of %s is %s, and today is %s in the district. Ask the organisation for a new one, or record it as pending."
                    .formatted(kind, expiresOn, today);
        }
    }

    /** Nobody comes onto the menu without what the category asks for. */
    record ClearanceMissing(List<String> kinds, LocalDate day) implements ClearanceRefusal {
        @Override
        public String sentence() {
            return "The category asks for clearances that are not in force on %s: %s. Record them when the organisation has shown them (POST /clearances), or refuse the application with reasons."
                    .formatted(day, String.join(", ", kinds));
        }
    }
}
