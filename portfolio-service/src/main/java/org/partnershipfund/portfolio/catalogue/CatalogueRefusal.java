package org.partnershipfund.portfolio.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Every way the catalogue can say no. */
public sealed interface CatalogueRefusal extends Refusal {

    /** The code names no school of the catalogue. */
    record NoSuchSchool(SchoolCode school) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "The catalogue has no school %s. GET /schools lists all; the partnerships team imports them."
                    .formatted(school);
        }
    }

    /** Where a school is must be known to look around it. */
    record SchoolNotOnTheMap(SchoolCode school) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "Nobody said where school %s is, so nothing is near it. Leave nearSchool out, or ask the partnerships team to import the school with its coordinates."
                    .formatted(school);
        }
    }

    /** The id names no partnership, or none that the caller may change. */
    record NoSuchPartnership(PartnershipId partnership) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "There is no partnership %s, or it is not yours to change. GET /partnerships lists all."
                    .formatted(partnership.value());
        }
    }

    /** A partnership is of a school, by whom it is for or who gives it. */
    record NotYourPartnership(SchoolCode school) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "You neither lead school %s nor act for the program's partner. Ask one of them, or the partnerships team."
                    .formatted(school);
        }
    }

    /** A program is at a school once a year. */
    record PartnershipExists(SchoolCode school, FiscalYear year, PartnershipId existing) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "The program is at school %s in %s already, as partnership %s. Change that one."
                    .formatted(school, year, existing.value());
        }
    }

    /** What a contract of the fund pays for is not paid by somebody else. */
    record FundedByContract(UUID contract, Funding asked) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "funding is %s, and contract %s of the Partnership Fund pays for the partnership. Leave it partnership-fund."
                    .formatted(asked.word(), contract);
        }
    }

    /** That the Partnership Fund pays is said by its contract, or by the team's file. */
    record FundWithoutContract() implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "funding is partnership-fund, and no contract of the Partnership Fund pays for this partnership: an executed contract says so by itself. Give school-budget, other or no-cost.";
        }
    }

    /** School and partner speak of the year that runs and of the next. */
    record YearNotOpen(FiscalYear year, FiscalYear running, FiscalYear coming) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "fiscalYear is %s, and schools and partners register partnerships of %s and %s. Give one of them, or ask the partnerships team."
                    .formatted(year, running, coming);
        }
    }

    /** A year that is over stays as it was told. */
    record YearIsOver(FiscalYear year, LocalDate lastDay, LocalDate today) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "Today is %s, and %s ended on %s; its partnerships stay as they were told. Ask the partnerships team to correct what is wrong."
                    .formatted(today, year, lastDay);
        }
    }

    /** On file is what was signed. */
    record AgreementInTheFuture(LocalDate signedOn, LocalDate today) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "agreement.signedOn is %s and today is %s; on file is what was signed. Give the day of the signature, or leave the agreement out until then."
                    .formatted(signedOn, today);
        }
    }

    /** The school rates a year while it runs, by 30 June. */
    record NotTheTimeToVerify(FiscalYear year, LocalDate from, LocalDate until, LocalDate today)
            implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "Today is %s, and partnerships of %s are verified and rated from %s until %s. The catalogue keeps what a school said in time; tell the partnerships team what you found since."
                    .formatted(today, year, from, until);
        }
    }

    /** The id names none of the terms or taxonomies, which are fixed. */
    record NoSuchHsdsObject(String kind, UUID id) implements CatalogueRefusal {
        @Override
        public String sentence() {
            return "There is no %s %s. GET /hsds/taxonomies and GET /hsds/taxonomy_terms list all.".formatted(kind, id);
        }
    }
}
