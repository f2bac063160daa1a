package org.partnershipfund.allocation.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Every way a fund can say no. */
public sealed interface FundRefusal extends Refusal {

    /** The id names no fund. */
    record NoSuchFund(FundId fund) implements FundRefusal {
        @Override
        public String sentence() {
            return "There is no fund %s. GET /funds lists those that were opened.".formatted(fund.value());
        }
    }

    /** Nothing, or less, cannot be shared out. */
    record PoolNotPositive(Money pool) implements FundRefusal {
        @Override
        public String sentence() {
            return "pool is %s; a fund needs more than $0.00 to share out. Give the amount that was set aside."
                    .formatted(pool);
        }
    }

    /** Days of a fund's calendar that cannot follow each other as they do. */
    record CalendarOutOfOrder(String first, LocalDate firstDay, String second, LocalDate secondDay)
            implements FundRefusal {
        @Override
        public String sentence() {
            return "%s is %s and %s is %s; the first of them cannot be the later day. Put the days in order."
                    .formatted(first, firstDay, second, secondDay);
        }
    }

    /** Two funds of one year and name could not be told apart. */
    record FundExists(String name, FiscalYear year, FundId existing) implements FundRefusal {
        @Override
        public String sentence() {
            return "'%s' of FY%d was opened before, as fund %s. Use that one, or give the second fund a name of its own."
                    .formatted(name, year.endYear(), existing.value());
        }
    }

    /** One published scenario per fund. */
    record AlreadyAllocated(FundId fund, UUID scenario, Instant at) implements FundRefusal {

        static AlreadyAllocated by(Fund.Allocated allocated) {
            return new AlreadyAllocated(allocated.id(), allocated.scenario(), allocated.allocatedAt());
        }

        @Override
        public String sentence() {
            return "Fund %s was allocated at %s by scenario %s; a fund has one published scenario. Read it at /scenarios/%s."
                    .formatted(fund.value(), at, scenario, scenario);
        }
    }

    /** Schools are told on the day that the district has set for all of them, not before. */
    record PublicationTooEarly(FundId fund, LocalDate publishedOn, LocalDate today) implements FundRefusal {
        @Override
        public String sentence() {
            return "Fund %s publishes its allocations on %s, and today is %s in the district. Nobody is told before; come back on that day."
                    .formatted(fund.value(), publishedOn, today);
        }
    }

    /** No appropriation of what was never allocated. */
    record NotAllocatedYet(FundId fund) implements FundRefusal {
        @Override
        public String sentence() {
            return "Fund %s has no published allocations that an adopted budget could make real. Publish a scenario first."
                    .formatted(fund.value());
        }
    }

    /** A budget is adopted once. */
    record AlreadyAppropriated(FundId fund, String vote, Instant at) implements FundRefusal {

        static AlreadyAppropriated by(Fund.Appropriated appropriated) {
            return new AlreadyAppropriated(
                    appropriated.id(), appropriated.adoption().vote(), appropriated.appropriatedAt());
        }

        @Override
        public String sentence() {
            return "Fund %s was appropriated at %s by '%s'. Nothing is left to do.".formatted(fund.value(), at, vote);
        }
    }

    /** The adopted amount is not what the schools were told. */
    record AdoptedDiffers(Money adopted, Money published) implements FundRefusal {
        @Override
        public String sentence() {
            return "adopted is %s and the published allocations add up to %s. Give that sum; where less was adopted, lower the allocations first: POST /funds/{fundId}/revisions/reductions."
                    .formatted(adopted, published);
        }
    }

    /** What is adopted must stand still; the ledger's answer to an open revision may change it. */
    record RevisionOpen(FundId fund, UUID revision) implements FundRefusal {
        @Override
        public String sentence() {
            return "Revision %s of fund %s is not answered by the ledger yet, and its amounts may still change. Wait until it is accepted or refused: GET /funds/%s/revisions/%s."
                    .formatted(revision, fund.value(), fund.value(), revision);
        }
    }

    /** A vote that has not been held adopts nothing. */
    record AdoptedInTheFuture(LocalDate adoptedOn, LocalDate today) implements FundRefusal {
        @Override
        public String sentence() {
            return "adoptedOn is %s and today is %s in the district. Come back when the vote was held, or correct the day."
                    .formatted(adoptedOn, today);
        }
    }

    /** A year of planned money has nothing that could lapse. */
    record NotAppropriatedYet(FundId fund) implements FundRefusal {
        @Override
        public String sentence() {
            return "Fund %s is not appropriated, so nothing of it can lapse. Record the adopted budget first."
                    .formatted(fund.value());
        }
    }

    /** Schools may use their money until the last day of the fiscal year. */
    record YearNotOver(FundId fund, LocalDate lastDay, LocalDate today) implements FundRefusal {
        @Override
        public String sentence() {
            return "The fiscal year of fund %s ends on %s, and today is %s in the district. Schools may use their money until then; come back the day after."
                    .formatted(fund.value(), lastDay, today);
        }
    }

    /** A year ends once. */
    record AlreadyClosed(FundId fund, Instant at) implements FundRefusal {
        @Override
        public String sentence() {
            return "Fund %s was closed at %s. Nothing is left to do.".formatted(fund.value(), at);
        }
    }
}
