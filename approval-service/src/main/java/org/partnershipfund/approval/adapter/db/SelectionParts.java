package org.partnershipfund.approval.adapter.db;

/** The tables of a selection's parts, in an order that their foreign keys admit. Rows in them are only ever added. */
enum SelectionParts {
    CONTENT("selection_content", ContentPart.class),
    LINE("selection_line", LinePart.class),
    OPTION("selection_option", OptionPart.class),
    COMMUNITY("selection_community", TakingPartPart.class),
    ATTACHMENT("selection_attachment", AttachmentPart.class),
    DECISION("selection_decision", DecisionPart.class),
    LINE_COMMENT("selection_line_comment", LineCommentPart.class),
    AWARD("selection_award", AwardPart.class),
    CONTRACTED("selection_contracted", ContractedPart.class),
    CANCELLED("selection_cancelled_purchase", CancelledPurchasePart.class),
    PLANNED("selection_plan_step", PlanStepPart.class);

    /** The name under which one statement gives all rows of this part. */
    final String word = name().toLowerCase(java.util.Locale.ROOT);

    /** An expression with all rows of this part of selection {@code s}, in their order. */
    final String all;

    /** Adds rows from JSON behind those that the selection has: first its id, then the rows, counted from 0. */
    final String insert;

    SelectionParts(String table, Class<? extends Record> row) {
        all = "(SELECT json_agg(p ORDER BY p.place) FROM %s AS p WHERE p.selection_id = s.id) AS %s"
                .formatted(table, word);
        insert = """
                INSERT INTO %1$s (selection_id, place, %2$s)
                SELECT selection_id, place + coalesce((SELECT max(p.place) + 1 FROM %1$s AS p WHERE p.selection_id = ?), 0), %2$s
                  FROM json_populate_recordset(NULL::%1$s, ?::json)
                """.formatted(table, String.join(", ", RowJson.columns(row)));
    }
}
