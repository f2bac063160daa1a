package org.partnershipfund.approval.menu;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The programs we heard of. */
public interface Programs {

    /** The program, if its registration was heard. */
    Optional<Program> find(ProgramId id);

    /** Those of the programs that were heard of. */
    List<Program> findAll(Collection<ProgramId> ids);

    /** Keeps the program, new or changed. */
    void keep(Program program);
}
