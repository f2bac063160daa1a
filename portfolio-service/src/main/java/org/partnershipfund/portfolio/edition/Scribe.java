package org.partnershipfund.portfolio.edition;

import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.program.OfferedProgram;

/** How a menu becomes a document and a document a digest; an argument like time, so that the core stays a function. */
public interface Scribe {

    /** The menu of that day as a document that anybody can read; the same for the same menu. */
    String document(Cycle cycle, LocalDate day, List<OfferedProgram> menu);

    /** SHA-256 of the document in UTF-8, in hexadecimal. */
    String digest(String document);
}
