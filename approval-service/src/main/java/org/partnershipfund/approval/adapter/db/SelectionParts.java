package org.partnershipfund.approval.adapter.db;

import java.util.function.Supplier;

/** The tables of a selection's parts, in an order that their foreign keys admit. Rows in them are only ever added. */
enum SelectionParts {
    CONTENT("selection_content", ContentPart::new),
    LINE("selection_line", LinePart::new),
    OPTION("selection_option", OptionPart::new),
    COMMUNITY("selection_community", TakingPartPart::new),
    ATTACHMENT("selection_attachment", AttachmentPart::new),
    DECISION("selection_decision", DecisionPart::new),
    LINE_COMMENT("selection_line_comment", LineCommentPart::new),
    AWARD("selection_award", AwardPart::new),
    CONTRACTED("selection_contracted", ContractedPart::new),
    CANCELLED("selection_cancelled_purchase", CancelledPurchasePart::new),
    PLANNED("selection_plan_step", PlanStepPart::new);

    /** The name under which one statement gives all rows of this part. */
    final String word = name().toLowerCase(java.util.Locale.ROOT);

    /** An expression with all rows of this part of selection {@code s}, in their order. */
    final String all;

    /** How many rows the selection has. */
    final String count;

    /** Adds rows from JSON. */
    final String insert;

    SelectionParts(String table, Supplier<Object> empty) {
        all = "(SELECT json_agg(p ORDER BY p.place) FROM %s AS p WHERE p.selection_id = s.id) AS %s"
                .formatted(table, word);
        count = "(SELECT count(*) FROM %s AS p WHERE p.selection_id = s.id) AS %s".formatted(table, word);
        String columns = "selection_id, place, " + String.join(", ", RowJson.columns(empty.get()));
        insert = "INSERT INTO %1$s (%2$s) SELECT %2$s FROM json_populate_recordset(NULL::%1$s, ?::json)"
                .formatted(table, columns);
    }
}
