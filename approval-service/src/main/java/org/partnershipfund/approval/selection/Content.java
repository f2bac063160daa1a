package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What is decided on: one version of a selection, which never changes.
 *
 * @param version 1 or more; grows with every change
 * @param attachments in the order in which they were attached
 * @param amendedBecause why the school amends what was approved before (§12); empty if this version amends nothing, and for
 *     versions from before it was kept with them
 * @param digest of everything that {@link #text} has
 */
public record Content(
        int version,
        Needs needs,
        List<Line> lines,
        List<Attachment> attachments,
        Optional<String> amendedBecause,
        String digest,
        Person draftedBy,
        Instant draftedAt) {

    /** One that amends nothing and has no files. */
    public Content(int version, Needs needs, List<Line> lines, String digest, Person draftedBy, Instant draftedAt) {
        this(version, needs, lines, List.of(), Optional.empty(), digest, draftedBy, draftedAt);
    }

    public Content {
        lines = List.copyOf(lines);
        attachments = List.copyOf(attachments);
        if (version < 1 || lines.isEmpty()) {
            throw new IllegalArgumentException("a content has a version from 1 on and at least one line");
        }
    }

    /** The content with its digest. */
    static Content of(
            SelectionId id,
            FundId fund,
            SchoolCode school,
            int version,
            Needs needs,
            List<Line> lines,
            List<Attachment> attachments,
            Optional<String> amendedBecause,
            Person by,
            Instant at,
            Fingerprint fingerprint) {
        String text = text(id, fund, school, version, needs, lines, attachments, amendedBecause);
        return new Content(version, needs, lines, attachments, amendedBecause, fingerprint.sha256(text), by, at);
    }

    /**
     * Everything that a decision binds to, as one text: each part with its length in front, so that two contents never
     * have the same text.
     *
     * <p>Source: docs/policy/approval.md §4.
     */
    static String text(
            SelectionId id,
            FundId fund,
            SchoolCode school,
            int version,
            Needs needs,
            List<Line> lines,
            List<Attachment> attachments,
            Optional<String> amendedBecause) {
        StringBuilder text = new StringBuilder();
        add(text, "selection", id.value(), "version", version, "fund", fund.value(), "school", school);
        add(text, needs.goals(), needs.dataLookedAt(), needs.pupilsToServe(), needs.communityInvolved());
        for (Line line : lines) {
            add(text, line.program().value(), line.partner(), line.sheetVersion(), line.priceCode());
            add(text, line.unit().word(), line.unitPrice().dollars(), line.quantity(), line.pupils());
            add(text, line.amount().dollars(), line.serviceFrom(), line.serviceUntil());
        }
        addDeliberation(text, needs);
        addAttachments(text, attachments);
        amendedBecause.ifPresent(reason -> add(text, "amended because", reason));
        return text.toString();
    }

    // Nothing is written where nothing is said: versions from before these were asked for keep their digest.
    private static void addDeliberation(StringBuilder text, Needs needs) {
        if (!needs.options().isEmpty()) {
            add(text, "options", needs.options().size());
            for (ConsideredOption option : needs.options()) {
                add(
                        text,
                        option.program()
                                .map(program -> program.value().toString())
                                .orElse(""));
                add(text, option.name(), option.chosen() ? "chosen" : "not chosen", option.reason());
            }
        }
        if (!needs.community().isEmpty()) {
            add(text, "community", needs.community().size());
            for (TakingPart taking : needs.community()) {
                add(
                        text,
                        taking.role().word(),
                        taking.number().map(String::valueOf).orElse(""));
                add(text, taking.how().map(how -> "how " + how).orElse(""));
            }
        }
    }

    private static void addAttachments(StringBuilder text, List<Attachment> attachments) {
        if (!attachments.isEmpty()) {
            add(text, "attachments", attachments.size());
            for (Attachment attachment : attachments) {
                add(text, attachment.fileName(), attachment.type().word(), attachment.sha256());
            }
        }
    }

    private static void add(StringBuilder text, Object... parts) {
        for (Object part : parts) {
            String written = part.toString();
            text.append(written.length()).append(':').append(written).append('\n');
        }
    }

    /** What all lines cost together. */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
