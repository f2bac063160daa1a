package org.partnershipfund.procurement.process;

import java.util.Optional;
import java.util.UUID;

/** Every program that procurement has heard of. */
public interface Programs {

    /** The program, if it was heard of. */
    Optional<Program> find(UUID id);

    /** Remembers the program as it is said to be now. */
    void remember(Program program);
}
