package org.partnershipfund.approval.adapter.db;

import java.util.UUID;
import org.partnershipfund.approval.selection.LineComment;

/** What a decision says about a line, as it lies in table {@code selection_line_comment}. */
record LineCommentPart(int decisionPlace, UUID lineId, String comment) {

    static LineCommentPart of(int decisionPlace, LineComment said) {
        return new LineCommentPart(decisionPlace, said.line(), said.text());
    }

    LineComment noun() {
        return new LineComment(lineId, comment);
    }
}
