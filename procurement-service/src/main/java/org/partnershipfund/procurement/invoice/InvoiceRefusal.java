package org.partnershipfund.procurement.invoice;

import java.math.BigDecimal;
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

    /** The invoice has no such line, or it is another school's. */
    record NoSuchLine(InvoiceId invoice, int line) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Invoice %s has no line %d for you; lines are counted from 1.".formatted(invoice, line);
        }
    }

    /** Quantity times unit price is another amount. */
    record DoesNotMultiply(SchoolCode school, BigDecimal quantity, Money unitPrice, Money amount)
            implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "A line for school %s asks for %s, but %s at %s each is another amount; correct one of the three."
                    .formatted(school, amount, quantity.toPlainString(), unitPrice);
        }
    }

    /** The same line, written twice. */
    record LineTwice(SchoolCode school, String description) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "The line \"%s\" for school %s stands on the invoice twice; leave one out."
                    .formatted(description, school);
        }
    }

    /** Days that an earlier invoice has already. */
    record PeriodInvoicedBefore(SchoolCode school, LocalDate from, LocalDate until, String number)
            implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Service at school %s from %s until %s shares days with invoice %s; if it is other service, or what was left of it, the line names %s in \"continues\"."
                    .formatted(school, from, until, number, number);
        }
    }

    /** A line continues what it shares no day with. */
    record NothingToContinue(SchoolCode school, String number) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "A line for school %s continues invoice %s, which has no line for that school and those days under this contract; leave the number out."
                    .formatted(school, number);
        }
    }

    /** One line, two words about it. */
    record LineNamedTwice(int line) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Line %d is named more than once; name it once.".formatted(line);
        }
    }

    /** More of a line than there is of it, or less than nothing. */
    record LineExceeded(int line, Money asked, Money least, Money most) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "%s of line %d is not possible: it must be %s to %s.".formatted(asked, line, least, most);
        }
    }

    /** Nobody disputes the line. */
    record NotInDispute(InvoiceId invoice, int line) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Line %d of invoice %s is not in dispute; only the contracting officer lowers it now."
                    .formatted(line, invoice);
        }
    }

    /** The city's number stands at another payment. */
    record ReferenceUsed(String reference) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Payment reference %s is recorded already; every payment has its own.".formatted(reference);
        }
    }

    /** A day on which the city cannot have paid it. */
    record PaymentDayNotPossible(LocalDate paidOn, LocalDate first, LocalDate last) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "The invoice cannot have been paid on %s: the day lies between %s, when the City Auditor had it, and %s."
                    .formatted(paidOn, first, last);
        }
    }

    /** The partner used the number of the credit note before. */
    record CreditNumberUsed(String number) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "Credit note number %s was used before; every credit note has its own.".formatted(number);
        }
    }

    /** More than the line still asks for and has been paid. */
    record CreditExceedsLine(int line, Money asked, Money left) implements InvoiceRefusal {
        @Override
        public String sentence() {
            return "A credit of %s is more than line %d can give back: %s of it is due or paid and not credited."
                    .formatted(asked, line, left);
        }
    }
}
