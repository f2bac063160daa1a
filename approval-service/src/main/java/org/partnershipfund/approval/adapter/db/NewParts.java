package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;

/**
 * Which parts of a selection are not in its tables yet. Versions, lines, files, decisions, awards and contracts are only
 * ever added, in their order; the tables allow nothing else.
 */
final class NewParts {

    private final UUID selection;
    private final Stored stored;
    private final Map<SelectionParts, ArrayNode> rows = new EnumMap<>(SelectionParts.class);

    /**
     * What the tables have of it.
     *
     * @param rows how many, of each part; none of what is missing
     * @param plan whether the newest version has its plan
     */
    record Stored(Map<SelectionParts, Integer> rows, boolean plan) {

        /** Of a selection that is new itself. */
        static final Stored NOTHING = new Stored(Map.of(), false);

        /** The columns for {@link #read}, for selection {@code s}. */
        static final String COLUMNS = Stream.concat(
                        Stream.of(SelectionParts.values()).map(part -> part.count),
                        Stream.of(
                                "EXISTS (SELECT FROM selection_plan_step AS p WHERE p.selection_id = s.id AND p.content_version = s.content_version) AS has_plan"))
                .collect(java.util.stream.Collectors.joining(", "));

        static Stored read(ResultSet row) throws SQLException {
            Map<SelectionParts, Integer> counts = new EnumMap<>(SelectionParts.class);
            for (SelectionParts part : SelectionParts.values()) {
                counts.put(part, row.getInt(part.word));
            }
            return new Stored(counts, row.getBoolean("has_plan"));
        }

        private int count(SelectionParts part) {
            return rows.getOrDefault(part, 0);
        }
    }

    private NewParts(UUID selection, Stored stored) {
        this.selection = selection;
        this.stored = stored;
    }

    /** The new rows of each part that has some, in an order that foreign keys admit. */
    static Map<SelectionParts, String> of(Selection selection, Stored stored) {
        Dossier dossier = selection.dossier();
        var parts = new NewParts(dossier.id().value(), stored);
        parts.content(dossier.content());
        parts.decisions(dossier);
        parts.since(SelectionParts.AWARD, dossier.awards().stream().map(AwardPart::of));
        parts.since(SelectionParts.CONTRACTED, dossier.contracted().stream().map(ContractedPart::of));
        parts.since(SelectionParts.CANCELLED, dossier.cancelled().stream().map(CancelledPurchasePart::of));
        submitted(selection).filter(_ -> !stored.plan()).ifPresent(parts::plan);
        Map<SelectionParts, String> json = new EnumMap<>(SelectionParts.class);
        parts.rows.forEach((part, rows) -> json.put(part, rows.toString()));
        return json;
    }

    private void content(Content content) {
        int version = content.version();
        // Versions are numbered from 1 on, without a gap.
        if (version <= stored.count(SelectionParts.CONTENT)) {
            return;
        }
        add(SelectionParts.CONTENT, ContentPart.of(content));
        content.lines().forEach(line -> add(SelectionParts.LINE, LinePart.of(version, line)));
        content.attachments().forEach(one -> add(SelectionParts.ATTACHMENT, AttachmentPart.of(version, one)));
        content.needs().options().forEach(option -> add(SelectionParts.OPTION, OptionPart.of(version, option)));
        content.needs()
                .community()
                .forEach(taking -> add(SelectionParts.COMMUNITY, TakingPartPart.of(version, taking)));
    }

    private void decisions(Dossier dossier) {
        var decisions = dossier.decisions();
        IntStream.range(stored.count(SelectionParts.DECISION), decisions.size()).forEach(place -> {
            add(SelectionParts.DECISION, DecisionPart.of(decisions.get(place)));
            decisions
                    .get(place)
                    .comments()
                    .forEach(comment -> add(SelectionParts.LINE_COMMENT, LineCommentPart.of(place, comment)));
        });
    }

    private void plan(Submitted submitted) {
        int version = submitted.dossier().content().version();
        Plan plan = submitted.plan();
        plan.steps().forEach(step -> add(SelectionParts.PLANNED, PlanStepPart.of(version, plan, step)));
    }

    private static Optional<Submitted> submitted(Selection selection) {
        return switch (selection) {
            case Submitted submitted -> Optional.of(submitted);
            case Approved approved -> Optional.of(approved.submitted());
            case Reserved reserved -> Optional.of(reserved.approved().submitted());
            case Lapsed lapsed -> submitted(lapsed.before());
            case Draft _, Returned _, Withdrawn _ -> Optional.empty();
        };
    }

    private void since(SelectionParts part, Stream<?> all) {
        List<?> rest = all.skip(stored.count(part)).toList();
        rest.forEach(row -> add(part, row));
    }

    private void add(SelectionParts part, Object row) {
        ArrayNode list = rows.computeIfAbsent(part, _ -> RowJson.list());
        list.add(RowJson.tree(row)
                .put("selection_id", selection.toString())
                .put("place", stored.count(part) + list.size()));
    }
}
