package org.partnershipfund.portfolio.vetting;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.Words;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Minimums;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;

/** Every way an application can say no. */
public sealed interface VettingRefusal extends Refusal {

    /** The id names no application, or none of a partner that the caller acts for. */
    record NoSuchApplication(ApplicationId application) implements VettingRefusal {
        @Override
        public String sentence() {
            return "There is no application %s that you may see. GET /applications lists yours."
                    .formatted(application.value());
        }
    }

    /** Only a registered program of one's own can apply. */
    record UnknownProgram(ProgramId program) implements VettingRefusal {
        @Override
        public String sentence() {
            return "programId %s names no program of a partner that you act for. Register the program first, or have a member of its partner apply."
                    .formatted(program.value());
        }
    }

    /** One applies in a cycle. */
    record UnknownCycle(CycleId cycle) implements VettingRefusal {
        @Override
        public String sentence() {
            return "cycleId %s names no cycle. GET /cycles lists those that were announced.".formatted(cycle.value());
        }
    }

    /** A cycle has a first and a last day. */
    record CycleNotOpen(CycleId cycle, LocalDate opensOn, LocalDate closesOn, LocalDate today)
            implements VettingRefusal {
        @Override
        public String sentence() {
            return "Cycle %s takes applications from %s to %s, and today is %s in the district. Apply within those days, or in another cycle."
                    .formatted(cycle.value(), opensOn, closesOn, today);
        }
    }

    /** One application per program and category. */
    record AlreadyApplied(ProgramId program, ApplicationId earlier) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Program %s applied in this category of the cycle before, with application %s. Withdraw that one first if it still waits, or apply in the next cycle."
                    .formatted(program.value(), earlier.value());
        }
    }

    /** A cycle seeks programs of some categories. */
    record CategoryNotInCycle(String category, List<String> sought) implements VettingRefusal {
        @Override
        public String sentence() {
            return "category is '%s' and this cycle seeks %s. Apply in a cycle that seeks it, or in one of these."
                    .formatted(category, String.join(", ", sought));
        }
    }

    /** A category is open to the programs of some service areas. */
    record CategoryNotServed(String category, List<ServiceArea> areas, ServiceArea served) implements VettingRefusal {
        @Override
        public String sentence() {
            return "category '%s' is for programs of %s, and the program serves %s. Apply in a category for the program's own area, or register a program that serves the other."
                    .formatted(category, areas.stream().map(ServiceArea::word).collect(joining(", ")), served.word());
        }
    }

    /** What can be counted is not judged: it is enough, or it is not. */
    record BelowMinimum(String category, List<Minimums.Check> missed) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Category '%s' asks for more: %s. Correct delivery if it says too little, or apply when the program is delivered so."
                    .formatted(
                            category, missed.stream().map(BelowMinimum::missed).collect(joining("; ")));
        }

        private static String missed(Minimums.Check check) {
            return "%s at least %s, and the application says %s"
                    .formatted(check.what(), check.asked(), check.given().orElse("nothing"));
        }
    }

    /** Every criterion is answered once, and nothing else. */
    record AnswersDoNotFit(List<String> asked, List<String> answered) implements VettingRefusal {
        @Override
        public String sentence() {
            return "answers are to (%s) and the category asks for (%s). Answer each criterion of the category once."
                    .formatted(String.join(", ", answered), String.join(", ", asked));
        }
    }

    /** Nobody judges the organisation that they act for. */
    record ActsForThePartner(PartnerId partner, String name) implements VettingRefusal {
        @Override
        public String sentence() {
            return "You are a member of %s (partner %s), so you neither review its applications nor decide on them. Let a colleague do it."
                    .formatted(name, partner.value());
        }
    }

    /** Nobody judges an organisation that they are tied to. */
    record TieDeclared(Tie tie, String name) implements VettingRefusal {
        @Override
        public String sentence() {
            return "You declared a tie to %s (tie: %s), so you neither review its application nor decide on it. Let a colleague without a tie do it."
                    .formatted(name, tie.word());
        }
    }

    /** One reviewer, one review. */
    record AlreadyReviewed(ApplicationId application) implements VettingRefusal {
        @Override
        public String sentence() {
            return "You reviewed these answers of application %s before; a review stays as it is. Say again what you see otherwise now (POST /applications/{id}/restatements); another reviewer may add theirs."
                    .formatted(application.value());
        }
    }

    /** Every criterion is rated once, and nothing else. */
    record RatingsDoNotFit(List<String> asked, List<String> rated) implements VettingRefusal {
        @Override
        public String sentence() {
            return "ratings are of (%s) and the category has the criteria (%s). Rate each criterion of the category once; to say again, one or more of them."
                    .formatted(String.join(", ", rated), String.join(", ", asked));
        }
    }

    /** What ended is neither reviewed nor decided nor withdrawn again. */
    record AlreadyEnded(ApplicationId application, String state, Instant at) implements VettingRefusal {

        static AlreadyEnded of(Application application) {
            return new AlreadyEnded(application.id(), application.word(), application.changedAt());
        }

        @Override
        public String sentence() {
            return "Application %s is %s since %s, and that is final. The program may apply in another cycle."
                    .formatted(application.value(), state, Words.time(at));
        }
    }

    /** What is not answered yet is not judged. */
    record NothingToJudge(ApplicationId application, String state) implements VettingRefusal {

        static NothingToJudge of(Application application) {
            return new NothingToJudge(application.id(), application.word());
        }

        @Override
        public String sentence() {
            return "Application %s is %s: the partner's answers are awaited. Wait for them, or refuse an application that was returned and is not answered."
                    .formatted(application.value(), state);
        }
    }

    /** While it is judged, its answers stay as they are. */
    record WaitsForTheTeam(ApplicationId application) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Application %s is submitted and being judged. Withdraw it while the cycle is open and apply again, or ask the partnerships team to send it back."
                    .formatted(application.value());
        }
    }

    /** Changes are asked for until a day. */
    record ChangesDueBefore(ApplicationId application, LocalDate dueOn, LocalDate today) implements VettingRefusal {
        @Override
        public String sentence() {
            return "The changes to application %s were due on %s, and today is %s in the district. Ask the partnerships team for another day, or apply in the next cycle."
                    .formatted(application.value(), dueOn, today);
        }
    }

    /** Nobody can answer until a day that is over. */
    record DueDayPast(LocalDate dueOn, LocalDate today) implements VettingRefusal {
        @Override
        public String sentence() {
            return "dueOn is %s, and today is %s in the district. Give a day that is not over.".formatted(dueOn, today);
        }
    }

    /** Only reviewers come to an agreement. */
    record NotAReviewer(ApplicationId application) implements VettingRefusal {
        @Override
        public String sentence() {
            return "You have no review of application %s in this round, so there is nothing to say again. Review it first."
                    .formatted(application.value());
        }
    }

    /** Vetting rests on the reviews of several people. */
    record TooFewReviews(ApplicationId application, int counting, int needed) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Application %s has %s of its newest answers by people without a tie, and to vet takes %d. Have it reviewed by others, or refuse it with reasons."
                    .formatted(application.value(), Words.count(counting, "review"), needed);
        }
    }

    /** Reviewers come to an agreement before anybody decides. */
    record ReviewersDisagree(ApplicationId application, List<String> criteria) implements VettingRefusal {
        @Override
        public String sentence() {
            return "The reviewers of application %s disagree about %s. Let them talk to each other and say again how these stand (POST /applications/{id}/restatements), or refuse the application with reasons."
                    .formatted(application.value(), String.join(", ", criteria));
        }
    }

    /** Only what meets or exceeds every criterion comes onto the menu. */
    record CriteriaNotMet(ApplicationId application, List<String> criteria) implements VettingRefusal {
        @Override
        public String sentence() {
            return "The reviewers of application %s agree that it does not meet %s. Send it back with what is to change, or refuse it with reasons."
                    .formatted(application.value(), String.join(", ", criteria));
        }
    }

    /** Only what is on the menu is taken off it. */
    record NotOnTheMenu(ApplicationId application, String state) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Application %s is %s, or its days on the menu are over, so there is nothing to suspend. GET /portfolio has the programs that are on the menu."
                    .formatted(application.value(), state);
        }
    }

    /** Only what is off the menu comes back. */
    record NotSuspended(ApplicationId application, String state) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Application %s is %s, or its days on the menu are over, so there is nothing to reinstate. A program whose days are over applies again."
                    .formatted(application.value(), state);
        }
    }

    /** A vetted program is on the menu from a day to a day; a refused one is not. */
    record ValidityDoesNotFit(String from, String until) implements VettingRefusal {
        @Override
        public String sentence() {
            return "validFrom is %s and validUntil is %s. To vet, give both, the first day not before today, the last not before the first; to refuse, give neither."
                    .formatted(from, until);
        }
    }
}
