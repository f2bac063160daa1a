package org.partnershipfund.portfolio.program;

import java.time.LocalDate;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Every way a program can say no. */
public sealed interface ProgramRefusal extends Refusal {

    /** The id names no program, or none of a partner that the caller acts for. */
    record NoSuchProgram(ProgramId program) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "There is no program %s, or it is not yours to change. GET /programs lists all."
                    .formatted(program.value());
        }
    }

    /** Two programs of one partner and name could not be told apart. */
    record ProgramExists(String name, ProgramId existing) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "The partner offers '%s' already, as program %s. Change that one, or give the second a name of its own."
                    .formatted(name, existing.value());
        }
    }

    /** What was vetted as one service does not become another. */
    record ServiceAreaFixed(ServiceArea asked, ServiceArea registered) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "serviceArea is %s and the program is registered for %s, in which it is vetted. Register another program for the other area."
                    .formatted(asked.word(), registered.word());
        }
    }

    /** Nothing is not a price. */
    record PriceNotPositive(String code, Money amount) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "The price '%s' is %s; a price is more than $0.00. Give the amount, or leave the line out."
                    .formatted(code, amount);
        }
    }

    /** A selection names a price by its code. */
    record PriceCodeTwice(String code) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "The price sheet has the code '%s' twice; schools choose a price by its code. Give each line a code of its own."
                    .formatted(code);
        }
    }

    /** Days that had a price keep it. */
    record PriceSheetTooEarly(LocalDate validFrom, LocalDate earliest) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "priceSheet.validFrom is %s; new prices count from %s at the earliest, because the days before have had theirs. Move validFrom, or send an earlier sheet unchanged."
                    .formatted(validFrom, earliest);
        }
    }

    /** A term says more about the service area, and of no other. */
    record TermOfAnotherArea(SubTerm term, ServiceArea registered) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "terms has %s, which is part of %s; the program serves %s. Leave the term out, or register a program of that area."
                    .formatted(term.word(), term.area().word(), registered.word());
        }
    }

    /** A tier counts units, the smaller number first. */
    record TierNotPossible(String code, PriceUnit unit, Tier tier) implements ProgramRefusal {
        @Override
        public String sentence() {
            return "The price '%s' (%s) is said to count for %s units; only per-pupil, per-session and per-year have tiers, and untilQuantity is not below fromQuantity. Put the numbers in order, or leave both out."
                    .formatted(code, unit.word(), tier);
        }
    }
}
