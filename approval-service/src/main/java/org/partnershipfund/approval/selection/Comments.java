package org.partnershipfund.approval.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was said about selections; it only grows. */
public interface Comments {

    /** Adds a comment. */
    void add(Comment comment);

    /** Comments on a selection in the order in which they were made. */
    List<Comment> on(SelectionId selection, Optional<UUID> after, int limit);
}
