package org.partnershipfund.procurement.tender;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All awards of frameworks. */
public interface FrameworkAwards {

    /** The award, if there is one. */
    Optional<FrameworkAward> find(UUID id);

    /** Keeps an award. */
    void add(FrameworkAward award);

    /** Keeps that the process is called off from the award. */
    void callOff(UUID process, UUID award);

    /**
     * What is called off from the framework that the process is called off from, as it is stored now, if it is called off
     * from one; others who call off from it or raise what they did wait until this transaction has ended.
     */
    Optional<CalledOff> calledOff(UUID process);

    /** Awards by id; of a tender, of a service area, that hold on a day. */
    List<FrameworkAward> list(
            Optional<TenderId> tender,
            Optional<String> serviceArea,
            Optional<LocalDate> on,
            Optional<UUID> after,
            int limit);
}
