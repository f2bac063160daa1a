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

    /** Awards by id; of a tender, of a service area, that hold on a day. */
    List<FrameworkAward> list(
            Optional<TenderId> tender,
            Optional<String> serviceArea,
            Optional<LocalDate> on,
            Optional<UUID> after,
            int limit);
}
