package org.partnershipfund.approval.adapter.db;

import java.util.UUID;
import org.partnershipfund.approval.selection.LineComment;

/** What a decision says about a line, as it lies in table {@code selection_line_comment}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class LineCommentPart {

    int decisionPlace;

    UUID lineId;

    String comment;

    static LineCommentPart of(int decisionPlace, LineComment said) {
        var part = new LineCommentPart();
        part.decisionPlace = decisionPlace;
        part.lineId = said.line();
        part.comment = said.text();
        return part;
    }

    LineComment noun() {
        return new LineComment(lineId, comment);
    }
}
