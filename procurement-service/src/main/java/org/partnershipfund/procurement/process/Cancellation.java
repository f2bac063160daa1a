package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Why a process ended without a contract, and what was freed by it.
 *
 * <p>Source: docs/policy/procurement.md §10.
 *
 * @param issuer of the officer's token
 * @param officer by whom, as the district's OpenID provider knows them; never a name
 * @param freed what waits for a new process now; perhaps nothing
 */
public record Cancellation(String reason, String issuer, String officer, List<Freed> freed, Instant at) {

    public Cancellation {
        freed = List.copyOf(freed);
    }

    /** A line of a school that nobody buys now. */
    public record Freed(UUID selection, int version, UUID line, SchoolCode school, UUID program, Money amount) {}
}
