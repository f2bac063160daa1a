package org.partnershipfund.portfolio.evidence;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.portfolio.vetting.ApplicationId;

/** What is known of all files of evidence; what was added never changes. Their bytes are elsewhere, under the digest. */
public interface AllEvidence {

    /** The evidence of that id. */
    Optional<Evidence> find(EvidenceId id);

    /** All of an application, in the order of their ids, which is by time; at most {@link Evidence#MOST_FILES}. */
    List<Evidence> of(ApplicationId application);

    /** Keeps new evidence. */
    void add(Evidence evidence);
}
