package org.partnershipfund.approval.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.FiscalYear;

/** What waits for somebody. */
public interface Turns {

    /** Who asks, with the roles that their token says, on a day in the district and its fiscal year. */
    record Asker(Person person, Set<String> roles, LocalDate today, FiscalYear year, ZoneId district) {
        public Asker {
            roles = Set.copyOf(roles);
        }
    }

    /** Where a page ended. */
    record After(Instant until, String kind, String key) {}

    /** What stands for no deadline when waiting things are sorted: after every other. */
    Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** What waits for the person: what is due first comes first. */
    List<Waiting> of(Asker asker, Optional<After> after, int limit);
}
