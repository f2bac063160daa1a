package org.partnershipfund.portfolio.clearance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.clearance.ClearanceEvent.ClearanceRecorded;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceDaysDoNotFit;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceExpired;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.ClearanceMissing;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;

/**
 * What somebody of the district found about an organisation, and until when it counts; never the record behind it. It never
 * changes: the newest of a partner and kind counts.
 *
 * @param expiresOn the last day that counts; only of what is cleared, and empty if it never ends
 * @param by who found it
 */
public record Clearance(
        ClearanceId id,
        PartnerId partner,
        ClearanceKind kind,
        ClearanceStatus status,
        Optional<LocalDate> expiresOn,
        Person by,
        Instant at) {

    /**
     * Records what was found (§7.1, §7.2).
     *
     * @param today the day in the district
     */
    public static Decision<Clearance> record(Clearance found, LocalDate today) {
        boolean cleared = found.status == ClearanceStatus.CLEARED;
        boolean fits = cleared ? found.expiresOn.isPresent() || !found.kind.expires() : found.expiresOn.isEmpty();
        if (!fits) {
            return Decision.refuse(new ClearanceDaysDoNotFit(
                    found.kind.word(),
                    found.status.word(),
                    found.expiresOn.map(LocalDate::toString).orElse("absent")));
        }
        return found.expiresOn
                .filter(day -> day.isBefore(today))
                .<Decision<Clearance>>map(day -> Decision.refuse(new ClearanceExpired(found.kind.word(), day, today)))
                .orElseGet(() -> Decision.accept(found, new ClearanceRecorded(found, found.at)));
    }

    /** Whether it clears the organisation on that day; its last day counts. */
    public boolean isInForceOn(LocalDate day) {
        return status == ClearanceStatus.CLEARED
                && expiresOn.filter(day::isAfter).isEmpty();
    }

    /**
     * What is missing of what a category asks for (§7.3).
     *
     * @param asked by the category
     * @param newest of the partner, at most one of a kind
     * @param day on which they must be in force
     */
    public static Optional<ClearanceRefusal> missing(List<ClearanceKind> asked, List<Clearance> newest, LocalDate day) {
        List<String> missing = asked.stream()
                .filter(kind -> newest.stream().noneMatch(known -> known.kind == kind && known.isInForceOn(day)))
                .map(ClearanceKind::word)
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new ClearanceMissing(missing, day));
    }
}
