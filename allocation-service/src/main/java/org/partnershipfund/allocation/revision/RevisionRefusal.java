package org.partnershipfund.allocation.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.school.NamedSchools;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Every way a revision can say no. */
public sealed interface RevisionRefusal extends Refusal {

    /** The id names no revision of the fund that the caller may see. */
    record NoSuchRevision(FundId fund, RevisionId revision) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "Fund %s has no revision %s. GET /funds/%s/revisions lists those that it has."
                    .formatted(fund.value(), revision.value(), fund.value());
        }
    }

    /** Nobody has been told an amount that could be revised. */
    record NothingToRevise(FundId fund) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "Fund %s has no published allocations that could be revised. Compute another scenario instead, and publish that."
                    .formatted(fund.value());
        }
    }

    /** What was adopted is law; it changes by another vote, not by a revision. */
    record TooLateToRevise(FundId fund, String vote, Instant at) implements RevisionRefusal {

        static TooLateToRevise by(Fund.Appropriated appropriated) {
            return new TooLateToRevise(
                    appropriated.id(), appropriated.adoption().vote(), appropriated.appropriatedAt());
        }

        @Override
        public String sentence() {
            return "Fund %s was appropriated at %s by '%s'; its amounts are adopted and no revision changes them. A change needs a vote of its own."
                    .formatted(fund.value(), at, vote);
        }
    }

    /** Nobody gives to itself. */
    record WithinOneSchool(Side side) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "fromSchool and toSchool are both %s. Name who gives and another one that receives; the reserve by leaving its field out."
                    .formatted(side.words());
        }
    }

    /** A revision moves at least one cent. */
    record RevisionOfNothing(Money amount) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "amount is %s; a revision moves more than $0.00. To move money back, exchange fromSchool and toSchool."
                    .formatted(amount);
        }
    }

    /** Only schools that the published scenario serves have an amount to change. */
    record SchoolNotFunded(String field, SchoolCode school) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "%s is %s, which receives nothing from this fund. Name a school that GET /allocations?funded=true lists for it."
                    .formatted(field, school);
        }
    }

    /** A served school keeps at least one cent. */
    record MoreThanAllocated(SchoolCode school, Money amount, Money allocated) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "amount is %s and school %s is allocated %s, of which it keeps at least $0.01. Move at most %s."
                    .formatted(amount, school, allocated, allocated.minus(new Money(1)));
        }
    }

    /** The reserve gives what it has. */
    record ReserveTooSmall(Money amount, Money reserve) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "amount is %s and the reserve of the fund has %s. Move at most that, or take money off other schools first."
                    .formatted(amount, reserve);
        }
    }

    /** What is lowered must become less, and leave every school its cent. */
    record NotALowerSum(Money asked, Money present, int schools) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "to is %s and the allocations of %,d schools add up to %s. Give a lower sum, of at least %s so that every school keeps a cent."
                    .formatted(asked, schools, present, new Money(schools));
        }
    }

    /** Whether October counts is decided before anything is shared out. */
    record NotRetrued(FundId fund) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "Fund %s is not re-trued to October enrolment: retruedToOctober was not set when it was opened. Move single amounts instead: POST /funds/%s/revisions."
                    .formatted(fund.value(), fund.value());
        }
    }

    /** The id names no scenario of the fund. */
    record UnknownScenario(FundId fund, ScenarioId scenario) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "scenarioId is %s, and the fund has no such scenario. GET /funds/%s/scenarios lists those that it has."
                    .formatted(scenario.value(), fund.value());
        }
    }

    /** What is expected is no reason to move what was published. */
    record NotAnOctoberCount(ScenarioId scenario, LocalDate asOf) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "scenarioId is %s, whose pupils were expected as of %s, and not counted. Import the October count (POST /schools/imports?kind=october) and compute a scenario with it."
                    .formatted(scenario.value(), asOf);
        }
    }

    /** Only the pupils are other ones. */
    record OtherRules(ScenarioId scenario, ScenarioId published) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "scenarioId is %s, which differs from the published scenario %s in more than its pupils. Compute one with the same rules, a reserve that is no smaller, and the same index set."
                    .formatted(scenario.value(), published.value());
        }
    }

    /** A revision changes amounts, not who is served. */
    record ServesOtherSchools(ScenarioId scenario, List<SchoolCode> schools) implements RevisionRefusal {

        public ServesOtherSchools {
            schools = List.copyOf(schools);
        }

        @Override
        public String sentence() {
            return "scenarioId is %s, which serves schools that were not published as served, or the other way round: %s. A revision changes amounts, not who is served; move single amounts instead: POST /funds/{fundId}/revisions."
                    .formatted(scenario.value(), NamedSchools.of(schools));
        }
    }

    /** Every school has what the October count gives it. */
    record NothingToRetrue(ScenarioId scenario, LocalDate asOf) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "Every school has what scenario %s gives it by the count as of %s. Nothing is left to do."
                    .formatted(scenario.value(), asOf);
        }
    }

    /** One question at a time: the answer to an open one may change what there is to move. */
    record AnotherIsOpen(SchoolCode school, RevisionId open) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "School %s is part of revision %s, which the ledger has not answered yet. Wait until it is accepted or refused, then propose again."
                    .formatted(school, open.value());
        }
    }

    /** The ledger answered another question than it was asked. */
    record ToldDifferently(RevisionId revision, String asked, String answered) implements RevisionRefusal {

        static ToldDifferently than(Revision.Terms asked, Revision.Told answered) {
            return new ToldDifferently(
                    asked.id(),
                    words(asked.amount(), asked.from(), asked.fund()),
                    words(answered.amount(), new Side.Line(answered.school()), answered.fund()));
        }

        private static String words(Money amount, Side side, FundId fund) {
            return "%s of %s in fund %s".formatted(amount, side.words(), fund.value());
        }

        @Override
        public String sentence() {
            return "Revision %s asks for %s and the answer is about %s. Compare both events; one of the services is wrong."
                    .formatted(revision.value(), asked, answered);
        }
    }

    /** The ledger's answer is final. */
    record SettledDifferently(RevisionId revision, String settled, String answered) implements RevisionRefusal {
        @Override
        public String sentence() {
            return "Revision %s was %s and cannot be %s as well. Compare both events; one of them is wrong."
                    .formatted(revision.value(), settled, answered);
        }
    }
}
