package org.partnershipfund.approval.matching;

import java.time.Instant;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Every way needs and suggestions can say no. */
public sealed interface MatchingRefusal extends Refusal {

    /** Nothing was said for the school and year, or only for others to see. */
    record NoSuchNeeds(SchoolCode school, FiscalYear year) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "There are no needs of school %s for %s that you may see. Its leader or its council says them with PUT /schools/%s/needs?fiscalYear=%d."
                    .formatted(school, year, school, year.endYear());
        }
    }

    /** What was said before is changed by who has seen it. */
    record NeedsExist(SchoolCode school, FiscalYear year) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "Needs of school %s for %s are kept already. Read them, and send yours with their ETag in If-Match."
                    .formatted(school, year);
        }
    }

    /** Only who answers for a school speaks for it, or to it. */
    record NoSchoolOfYours(SchoolCode school, String as) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "No record of today makes you %s of school %s. Check the school's code; the partnerships team seats councils and assigns superintendents."
                    .formatted(as, school);
        }
    }

    /** The id names no suggestion of that school that the caller may see. */
    record NoSuchSuggestion(SuggestionId suggestion, SchoolCode school) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "There is no suggestion %s to school %s for you. GET /schools/%s/suggestions lists those that you may see."
                    .formatted(suggestion.value(), school, school);
        }
    }

    /** A program is suggested to a school once a year. */
    record SuggestionExists(ProgramId program, SchoolCode school, SuggestionId existing) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "Program %s is suggested to school %s for that year already, as suggestion %s. Withdraw that one first, if you would say something else."
                    .formatted(program.value(), school, existing.value());
        }
    }

    /** What was taken back stays so. */
    record SuggestionIsWithdrawn(SuggestionId suggestion, Instant at) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "Suggestion %s was withdrawn at %s. Its superintendent can suggest the program anew."
                    .formatted(suggestion.value(), at);
        }
    }

    /** What the school decided on is not taken back from under it. */
    record SuggestionDecided(SuggestionId suggestion, Outcome outcome) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "The school has decided on suggestion %s: %s. It stays on record; talk to the school if it should decide anew."
                    .formatted(suggestion.value(), outcome.word());
        }
    }
}
