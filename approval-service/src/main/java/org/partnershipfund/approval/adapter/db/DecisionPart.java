package org.partnershipfund.approval.adapter.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.Verdict;

/** A decision as it lies in table {@code selection_decision}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class DecisionPart {

    String step;
    String verdict;

    int contentVersion;

    String digest;
    String reasons;

    @Nullable String issuer;

    @Nullable String subject;

    @Nullable String forIssuer;

    @Nullable String forSubject;

    @Nullable UUID reference;

    Instant decidedAt;

    static DecisionPart of(StepDecision decision) {
        var part = new DecisionPart();
        part.step = decision.step().word();
        part.verdict = decision.verdict().word();
        part.contentVersion = decision.version();
        part.digest = decision.digest();
        part.reasons = decision.reasons();
        part.issuer = decision.by().map(Person::issuer).orElse(null);
        part.subject = decision.by().map(Person::subject).orElse(null);
        part.forIssuer = decision.inPlaceOf().map(Person::issuer).orElse(null);
        part.forSubject = decision.inPlaceOf().map(Person::subject).orElse(null);
        part.reference = decision.reference().orElse(null);
        part.decidedAt = decision.at();
        return part;
    }

    StepDecision noun(List<LineComment> comments) {
        return new StepDecision(
                Words.constant(Step.values(), Step::word, step),
                Words.constant(Verdict.values(), Verdict::word, verdict),
                contentVersion,
                digest,
                reasons,
                Words.person(issuer, subject),
                Optional.ofNullable(reference),
                decidedAt,
                Words.person(forIssuer, forSubject),
                comments);
    }
}
