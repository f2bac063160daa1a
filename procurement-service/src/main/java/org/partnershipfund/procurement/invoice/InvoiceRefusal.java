package org.partnershipfund.procurement.invoice;

import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.ContractId;

/** Every way an invoice can be refused. */
public sealed interface InvoiceRefusal extends Refusal {

    /** No invoice has this id, or it is outside the caller's scope. */
    record NoSuchInvoice(UUID invoice) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "There is no invoice %s.".formatted(invoice);
        }
    }

    /** Nothing is owed before a contract binds. */
    record ContractNotExecuted(ContractId contract) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Contract %s is not executed; nothing can be invoiced under it.".formatted(contract);
        }
    }

    /** The partner used the number before. */
    record NumberUsed(String number) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Invoice number %s was used before; send another number.".formatted(number);
        }
    }

    /** A line of nothing. */
    record NothingInvoiced(SchoolCode school, Money amount) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "A line for school %s asks for %s; at least $0.01.".formatted(school, amount);
        }
    }

    /** Work before a written contract was executed is never paid. */
    record ServiceBeforeExecution(SchoolCode school, LocalDate serviceFrom, LocalDate executedOn)
            implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Service at school %s from %s precedes the execution of the contract on %s; it is never paid."
                    .formatted(school, serviceFrom, executedOn);
        }
    }

    /** Days outside of the contract, the fund's year, or still to come. */
    record ServiceDatesNotPossible(LocalDate from, LocalDate until, LocalDate first, LocalDate last)
            implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Service from %s until %s cannot be invoiced: it must lie between %s and %s."
                    .formatted(from, until, first, last);
        }
    }

    /** The school buys nothing under the contract, or is not on the invoice. */
    record NotOnContract(ContractId contract, SchoolCode school) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "School %s has no part in this under contract %s.".formatted(school, contract);
        }
    }

    /** More than the school still has encumbered and not invoiced. */
    record OverEncumbrance(SchoolCode school, Money asked, Money left) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "School %s is asked for %s, of its share %s is open and not invoiced."
                    .formatted(school, asked, left);
        }
    }

    /** Another step is due, or none. */
    record StepNotNow(InvoiceId invoice, String step, String state) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Invoice %s is %s; the step %s is not due or is done.".formatted(invoice, state, step);
        }
    }

    /** One person, two hands. */
    record SeparationOfDuties(String step, String did) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Whoever %s may not %s it too; another person must.".formatted(did, step);
        }
    }
}
