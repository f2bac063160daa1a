package org.partnershipfund.approval.adapter.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.ConsideredOption;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.TakingPart;

/** A version of a selection as it lies in table {@code selection_content}; its lines and files are elsewhere. */
record ContentPart(
        int contentVersion,
        String digest,
        String goals,
        String dataLookedAt,
        String pupilsToServe,
        String communityInvolved,
        @Nullable String amendedBecause,
        String draftedIssuer,
        String draftedSubject,
        Instant draftedAt) {

    static ContentPart of(Content content) {
        return new ContentPart(
                content.version(),
                content.digest(),
                content.needs().goals(),
                content.needs().dataLookedAt(),
                content.needs().pupilsToServe(),
                content.needs().communityInvolved(),
                content.amendedBecause().orElse(null),
                content.draftedBy().issuer(),
                content.draftedBy().subject(),
                content.draftedAt());
    }

    Content noun(
            List<Line> lines,
            List<Attachment> attachments,
            List<ConsideredOption> options,
            List<TakingPart> community) {
        return new Content(
                contentVersion,
                new Needs(goals, dataLookedAt, pupilsToServe, communityInvolved, options, community),
                lines,
                attachments,
                Optional.ofNullable(amendedBecause),
                digest,
                new Person(draftedIssuer, draftedSubject),
                draftedAt);
    }
}
