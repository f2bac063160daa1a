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
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class ContentPart {

    int contentVersion;

    String digest;
    String goals;

    String dataLookedAt;

    String pupilsToServe;

    String communityInvolved;

    @Nullable String amendedBecause;

    String draftedIssuer;

    String draftedSubject;

    Instant draftedAt;

    static ContentPart of(Content content) {
        var part = new ContentPart();
        part.contentVersion = content.version();
        part.digest = content.digest();
        part.goals = content.needs().goals();
        part.dataLookedAt = content.needs().dataLookedAt();
        part.pupilsToServe = content.needs().pupilsToServe();
        part.communityInvolved = content.needs().communityInvolved();
        part.amendedBecause = content.amendedBecause().orElse(null);
        part.draftedIssuer = content.draftedBy().issuer();
        part.draftedSubject = content.draftedBy().subject();
        part.draftedAt = content.draftedAt();
        return part;
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
