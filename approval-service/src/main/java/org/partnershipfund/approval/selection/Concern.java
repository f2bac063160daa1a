package org.partnershipfund.approval.selection;

import java.time.LocalDate;
import org.partnershipfund.approval.selection.SelectionRefusal.CapacityExceeded;
import org.partnershipfund.kernel.Money;

/** What a school should know about its selection and may decide otherwise. */
public sealed interface Concern {

    /** Stable, for programs. */
    String code();

    /** What it is, with its values and what can be done. */
    String sentence();

    /** The portfolio guides, the school decides. */
    record NotOnTheMenu(String program, LocalDate on) implements Concern {
        @Override
        public String code() {
            return "not-on-the-menu";
        }

        @Override
        public String sentence() {
            return "'%s' is registered, and not on the menu of the Opportunity Portfolio on %s. Choose a vetted program, or be ready to say to the council why this one."
                    .formatted(program, on);
        }
    }

    /** More pupils than the program can serve, in a fund whose rules leave that to the school. */
    record CapacityShort(CapacityExceeded why) implements Concern {
        @Override
        public String code() {
            return "capacity-exceeded";
        }

        @Override
        public String sentence() {
            return why.sentence();
        }
    }

    /**
     * The contract of a line is delivered, and what the line costs beyond it buys nothing.
     *
     * @param paid what the contract paid from it
     * @param amount what the line costs
     */
    record ContractDelivered(String program, Money paid, Money amount) implements Concern {
        @Override
        public String code() {
            return "contract-delivered";
        }

        @Override
        public String sentence() {
            return "The contract for '%s' is completed, and %s of this line was paid; the line asks for %s, and a completed contract takes nothing more. Ask for as little as the line allows, at least what was paid, and choose what is to be bought more as a line of its own."
                    .formatted(program, paid, amount);
        }
    }

    /** Central office cannot have bought it by then. */
    record ServiceTooEarly(
            String program, LocalDate begins, LocalDate earliest, Money toPartner, String method, int weeks)
            implements Concern {
        @Override
        public String code() {
            return "service-too-early";
        }

        @Override
        public String sentence() {
            return "'%s' is to begin on %s; %s to its partner are bought by %s, which takes at least %d week%s, so %s is the earliest lawful day if the purchase were asked for today. Begin later: work before the contract is not paid. Together with other schools it may take longer."
                    .formatted(program, begins, toPartner, method, weeks, weeks == 1 ? "" : "s", earliest);
        }
    }
}
