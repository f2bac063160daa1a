package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Every program that procurement has heard of. */
public interface Programs {

    /** The program, if it was heard of. */
    Optional<Program> find(UUID id);

    /** Whether the partner has a program in that service area. */
    boolean offers(UUID partner, String serviceArea);

    /** What the partner is called, if one of its programs was heard of. */
    Optional<String> partnerName(UUID partner);

    /** Remembers the program as it is said to be now. */
    void remember(Program program);

    /** Remembers that a vetting of the program is suspended from that day on; said again it changes nothing. */
    void suspend(UUID program, UUID application, LocalDate from);

    /** Remembers that this vetting counts again from that day on; what was suspended before ends then. */
    void reinstate(UUID program, UUID application, LocalDate on);

    /** Since when the program is suspended on that day, if it is. */
    Optional<LocalDate> suspendedSince(UUID program, LocalDate day);
}
