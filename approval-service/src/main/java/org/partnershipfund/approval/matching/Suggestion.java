package org.partnershipfund.approval.matching;

import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionDecided;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionExists;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionIsWithdrawn;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** A program that a superintendent suggests to a school: Open → Answered, or Withdrawn. It never binds (§9). */
public sealed interface Suggestion {

    /** What was suggested, to whom, by whom and why. */
    Made made();

    /** What the school said last of it. */
    Optional<Answer> said();

    /** When something happened to it last. */
    Instant changedAt();

    /** What was suggested. */
    record Made(
            SuggestionId id,
            SchoolCode school,
            FiscalYear year,
            ProgramId program,
            String why,
            Person by,
            Instant at) {}

    /** What the school made of it, and why. */
    record Answer(Outcome outcome, String reason, Person by, Instant at) {}

    /** The school has not said anything. */
    record Open(Made made) implements Suggestion {
        @Override
        public Optional<Answer> said() {
            return Optional.empty();
        }

        @Override
        public Instant changedAt() {
            return made.at();
        }
    }

    /** The school has answered; it may answer otherwise later. */
    record Answered(Made made, Answer answer) implements Suggestion {
        @Override
        public Optional<Answer> said() {
            return Optional.of(answer);
        }

        @Override
        public Instant changedAt() {
            return answer.at();
        }
    }

    /** The superintendent took it back. */
    record Withdrawn(Made made, Optional<Answer> said, Person by, Instant at) implements Suggestion {
        @Override
        public Instant changedAt() {
            return at;
        }
    }

    /**
     * Suggests a program.
     *
     * @param twin a suggestion of the same program to the school for that year that is not withdrawn, if there is one
     */
    static Decision<Suggestion> suggest(Made made, Optional<SuggestionId> twin) {
        return twin.<Decision<Suggestion>>map(
                        existing -> Decision.refuse(new SuggestionExists(made.program(), made.school(), existing)))
                .orElseGet(() -> Decision.accept(new Open(made)));
    }

    /** The school says what it made of it; said again, the later word counts. */
    static Decision<Suggestion> answer(Suggestion suggestion, Answer answer) {
        return switch (suggestion) {
            case Open(Made made) -> Decision.accept(new Answered(made, answer));
            case Answered(Made made, var _) -> Decision.accept(new Answered(made, answer));
            case Withdrawn gone ->
                Decision.refuse(new SuggestionIsWithdrawn(gone.made().id(), gone.at()));
        };
    }

    /** The superintendent takes it back, as long as the school has not decided. */
    static Decision<Suggestion> withdraw(Suggestion suggestion, Person by, Instant at) {
        return switch (suggestion) {
            case Open(Made made) -> Decision.accept(new Withdrawn(made, Optional.empty(), by, at));
            case Answered(Made made, Answer answer) ->
                answer.outcome().isFinal()
                        ? Decision.refuse(new SuggestionDecided(made.id(), answer.outcome()))
                        : Decision.accept(new Withdrawn(made, Optional.of(answer), by, at));
            case Withdrawn gone ->
                Decision.refuse(new SuggestionIsWithdrawn(gone.made().id(), gone.at()));
        };
    }
}
