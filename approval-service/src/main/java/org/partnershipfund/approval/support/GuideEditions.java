package org.partnershipfund.approval.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;

/** All editions of the guide; one that was added never changes. */
public interface GuideEditions {

    /** The edition with its page. */
    Optional<GuideEdition> find(GuideId id);

    /** The newest of a fund; who else wants to publish one waits until the end of the transaction. */
    Optional<GuideEdition.Title> holdNewest(FundId fund);

    /** Editions in the order in which they were published, behind {@code after}, at most {@code limit}. */
    List<GuideEdition.Title> list(
            Optional<FundId> fund, Optional<GuideId> after, Optional<Instant> publishedAfter, int limit);

    /** Keeps a new one. */
    void add(GuideEdition edition);

    /** What the fund's schools may spend, by school code. */
    List<Guide.Allocated> allocations(FundId fund);
}
