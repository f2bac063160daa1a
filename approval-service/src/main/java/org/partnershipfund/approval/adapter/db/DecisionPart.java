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
record DecisionPart(
        String step,
        String verdict,
        int contentVersion,
        String digest,
        String reasons,
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable String forIssuer,
        @Nullable String forSubject,
        @Nullable UUID reference,
        Instant decidedAt) {

    static DecisionPart of(StepDecision decision) {
        return new DecisionPart(
                decision.step().word(),
                decision.verdict().word(),
                decision.version(),
                decision.digest(),
                decision.reasons(),
                decision.by().map(Person::issuer).orElse(null),
                decision.by().map(Person::subject).orElse(null),
                decision.inPlaceOf().map(Person::issuer).orElse(null),
                decision.inPlaceOf().map(Person::subject).orElse(null),
                decision.reference().orElse(null),
                decision.at());
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
