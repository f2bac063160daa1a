package org.partnershipfund.procurement.reconciliation;

import java.time.LocalDate;
import java.util.Locale;
import org.partnershipfund.kernel.Money;

/**
 * A line of the city's file. Source: docs/policy/reconciliation.md §1.
 *
 * @param chart the account string: account, fund, responsibility centre, program, subclass
 * @param reference as §2.1 compares it: capitals and blanks aside
 */
public record CityEntry(String chart, Kind kind, String reference, LocalDate bookedOn, Money amount) {

    public CityEntry {
        reference = reference.toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
