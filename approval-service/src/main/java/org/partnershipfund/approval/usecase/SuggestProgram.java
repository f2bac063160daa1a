package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSuchSuggestion;
import org.partnershipfund.approval.matching.Outcome;
import org.partnershipfund.approval.matching.Suggestion;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.matching.Suggestions;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Programs;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramNotHeard;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A superintendent suggests programs to the schools that they are assigned to, and the schools answer. */
@ApplicationScoped
public class SuggestProgram {

    private final Suggestions suggestions;
    private final Programs programs;
    private final SchoolVoices voices;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    SuggestProgram(
            Suggestions suggestions, Programs programs, SchoolVoices voices, AuditTrail audit, Ids ids, Clock clock) {
        this.suggestions = suggestions;
        this.programs = programs;
        this.voices = voices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Suggests a program to a school.
     *
     * @throws RefusedException if the caller is not the school's superintendent today, the program was not heard of, or
     *     it is suggested to the school for that year already
     */
    @Transactional
    public Versioned<Suggestion> suggest(SchoolCode school, FiscalYear year, ProgramId program, String why, Person by) {
        voices.mustSupervise(school, by);
        if (programs.find(program).isEmpty()) {
            throw new RefusedException(new ProgramNotHeard(program));
        }
        var made = new Suggestion.Made(new SuggestionId(ids.next()), school, year, program, why, by, clock.instant());
        return store(
                Optional.empty(),
                Suggestion.suggest(made, suggestions.holdStanding(school, year, program)),
                "ProgramSuggested");
    }

    /**
     * The school says what it made of a suggestion.
     *
     * @param seen the suggestion's version that the caller decided upon
     * @throws RefusedException if the school is not the caller's, there is no such suggestion to it, or it is withdrawn
     */
    @Transactional
    public Versioned<Suggestion> answer(
            SchoolCode school, SuggestionId id, long seen, Outcome outcome, String reason, Person by) {
        voices.mustSpeakFor(school, by);
        var read = find(school, id).expecting(id.value(), seen);
        return store(
                Optional.of(read),
                Suggestion.answer(read.value(), new Suggestion.Answer(outcome, reason, by, clock.instant())),
                "SuggestionAnswered");
    }

    /**
     * The superintendent takes a suggestion back.
     *
     * @param seen the suggestion's version that the caller decided upon
     * @throws RefusedException if the caller is not the school's superintendent today, there is no such suggestion, or
     *     the school has decided
     */
    @Transactional
    public Versioned<Suggestion> withdraw(SchoolCode school, SuggestionId id, long seen, Person by) {
        voices.mustSupervise(school, by);
        var read = find(school, id).expecting(id.value(), seen);
        return store(Optional.of(read), Suggestion.withdraw(read.value(), by, clock.instant()), "SuggestionWithdrawn");
    }

    /**
     * One suggestion to a school.
     *
     * @throws RefusedException if there is none, or the school is out of the reader's reach
     */
    public Versioned<Suggestion> read(SchoolCode school, SuggestionId id, Reach reach) {
        if (!reach.covers(school)) {
            throw new RefusedException(new NoSuchSuggestion(id, school));
        }
        return find(school, id);
    }

    private Versioned<Suggestion> find(SchoolCode school, SuggestionId id) {
        return suggestions
                .find(id)
                .filter(found -> found.value().made().school().equals(school))
                .orElseThrow(() -> new RefusedException(new NoSuchSuggestion(id, school)));
    }

    private Versioned<Suggestion> store(
            Optional<Versioned<Suggestion>> read, Decision<Suggestion> decision, String action) {
        Suggestion next = decision.orRefuse().state();
        long version = suggestions.store(next, read.map(Versioned::version).orElse(0L));
        audit.record(new AuditTrail.Change(
                action,
                next.made().id().value().toString(),
                read.map(Versioned::value).orElse(null),
                next));
        return new Versioned<>(next, version);
    }
}
