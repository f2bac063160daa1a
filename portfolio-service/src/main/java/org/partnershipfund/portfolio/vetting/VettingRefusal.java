package org.partnershipfund.portfolio.vetting;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.Words;
import org.partnershipfund.portfolio.cycle.CycleId;
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

    /** One application per program and cycle. */
    record AlreadyApplied(ProgramId program, ApplicationId earlier) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Program %s applied in this cycle before, with application %s. Withdraw that one first if it still waits, or apply in the next cycle."
                    .formatted(program.value(), earlier.value());
        }
    }

    /** A cycle seeks programs of some categories. */
    record CategoryNotInCycle(ServiceArea category, List<ServiceArea> sought) implements VettingRefusal {
        @Override
        public String sentence() {
            return "category is %s and this cycle seeks %s. Apply in a cycle that seeks it."
                    .formatted(
                            category.word(),
                            sought.stream().map(ServiceArea::word).collect(joining(", ")));
        }
    }

    /** A program is vetted for what it serves. */
    record CategoryNotServed(ServiceArea category, ServiceArea served) implements VettingRefusal {
        @Override
        public String sentence() {
            return "category is %s and the program serves %s. Apply in the program's own category, or register a program that serves the other."
                    .formatted(category.word(), served.word());
        }
    }

    /** A partner shows that it has delivered the service before. */
    record TooFewYears(int years, int minimum) implements VettingRefusal {
        @Override
        public String sentence() {
            return "yearsOfDelivery is %d and this cycle asks for at least %d. Apply in a later cycle, when the service has been delivered long enough."
                    .formatted(years, minimum);
        }
    }

    /** Every criterion is answered once, and nothing else. */
    record AnswersDoNotFit(List<String> asked, List<String> answered) implements VettingRefusal {
        @Override
        public String sentence() {
            return "answers are to (%s) and the cycle asks for (%s). Answer each criterion of the cycle once."
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
            return "You reviewed application %s before; a review stays as it is. Another reviewer may add theirs."
                    .formatted(application.value());
        }
    }

    /** Every criterion is rated once, and nothing else. */
    record RatingsDoNotFit(List<String> asked, List<String> rated) implements VettingRefusal {
        @Override
        public String sentence() {
            return "ratings are of (%s) and the cycle has the criteria (%s). Rate each criterion of the cycle once."
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

    /** Vetting rests on a review. */
    record NoReviewIsEnough(ApplicationId application, int reviews) implements VettingRefusal {
        @Override
        public String sentence() {
            return "Application %s has %s, and none by somebody without a tie finds every criterion met or exceeded. Add a review, or refuse the application with reasons."
                    .formatted(application.value(), Words.count(reviews, "review"));
        }
    }

    /** A vetted program is on the menu from a day to a day; a refused one is not. */
    record ValidityDoesNotFit(String from, String until) implements VettingRefusal {
        @Override
        public String sentence() {
            return "validFrom is %s and validUntil is %s. To vet, give both, the last day not before the first; to refuse, give neither."
                    .formatted(from, until);
        }
    }
}
