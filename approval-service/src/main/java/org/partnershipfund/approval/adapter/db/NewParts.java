package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
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
import org.partnershipfund.approval.selection.StepDecision;

/**
 * Which parts of a selection are not in its tables yet. Versions, lines, files, decisions, awards and contracts are only
 * ever added, in their order; the tables allow nothing else. What is in them is known from what was read.
 */
final class NewParts {

    private final UUID selection;
    private final Optional<Selection> read;
    private final Map<SelectionParts, ArrayNode> rows = new EnumMap<>(SelectionParts.class);

    private NewParts(UUID selection, Optional<Selection> read) {
        this.selection = selection;
        this.read = read;
    }

    /**
     * The new rows of each part that has some, in an order that foreign keys admit.
     *
     * @param read what the tables have of it; nothing if it is new itself
     */
    static Map<SelectionParts, String> of(Selection selection, Optional<Selection> read) {
        Dossier dossier = selection.dossier();
        var parts = new NewParts(dossier.id().value(), read);
        parts.content(dossier.content());
        parts.decisions(dossier.decisions());
        parts.since(SelectionParts.AWARD, Dossier::awards, dossier, AwardPart::of);
        parts.since(SelectionParts.CONTRACTED, Dossier::contracted, dossier, ContractedPart::of);
        parts.since(SelectionParts.CANCELLED, Dossier::cancelled, dossier, CancelledPurchasePart::of);
        submitted(selection).filter(parts::isPlannedAnew).ifPresent(parts::plan);
        Map<SelectionParts, String> json = new EnumMap<>(SelectionParts.class);
        parts.rows.forEach((part, rows) -> json.put(part, rows.toString()));
        return json;
    }

    /** How many of these it has in the tables. */
    private int stored(Function<Dossier, List<?>> list) {
        return read.map(Selection::dossier).map(list).map(List::size).orElse(0);
    }

    private void content(Content content) {
        int version = content.version();
        // Versions are numbered from 1 on, without a gap.
        if (version <= read.map(before -> before.dossier().versions()).orElse(0)) {
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

    private void decisions(List<StepDecision> decisions) {
        IntStream.range(stored(Dossier::decisions), decisions.size()).forEach(place -> {
            add(SelectionParts.DECISION, DecisionPart.of(decisions.get(place)));
            decisions
                    .get(place)
                    .comments()
                    .forEach(comment -> add(SelectionParts.LINE_COMMENT, LineCommentPart.of(place, comment)));
        });
    }

    /** A version is planned when it is submitted; one that was read as submitted, or as what stands, has its plan. */
    private boolean isPlannedAnew(Submitted submitted) {
        int version = submitted.dossier().content().version();
        return read.flatMap(NewParts::submitted)
                        .filter(before -> before.dossier().content().version() == version)
                        .isEmpty()
                && read.flatMap(before -> before.dossier().standing())
                        .filter(standing -> standing.content().version() == version)
                        .isEmpty();
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

    private <T> void since(
            SelectionParts part, Function<Dossier, List<T>> list, Dossier dossier, Function<T, Object> row) {
        list.apply(dossier).stream().skip(stored(list::apply)).map(row).forEach(one -> add(part, one));
    }

    private void add(SelectionParts part, Object row) {
        ArrayNode list = rows.computeIfAbsent(part, _ -> RowJson.list());
        list.add(RowJson.tree(row).put("selection_id", selection.toString()).put("place", list.size()));
    }
}
