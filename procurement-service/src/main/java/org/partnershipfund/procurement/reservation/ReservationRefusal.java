package org.partnershipfund.procurement.reservation;

import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Why the holding of a selection cannot change; mostly the reason within an event, seldom an answer at a door. */
public sealed interface ReservationRefusal extends Refusal {

    /**
     * A line is already a share of a contract, and the newer version drops or lowers it.
     *
     * @param share what the contract pays from it in this fund year
     */
    record LineUnderContract(UUID selection, UUID line, UUID contract, String program, Money share)
            implements ReservationRefusal {
        @Override
        public String sentence() {
            return "Line %s of selection %s is under contract %s; keep %s in the selection with at least %s, only an amendment of the contract changes that."
                    .formatted(line, selection, contract, program, share);
        }
    }

    /**
     * A newer version asks for more of a line whose contract is delivered, and takes nothing more.
     *
     * @param paid what the contract paid from it
     * @param most what the line may be left at: what the older version asked for
     */
    record ContractIsCompleted(UUID selection, UUID line, UUID contract, String program, Money paid, Money most)
            implements ReservationRefusal {
        @Override
        public String sentence() {
            return "Contract %s for %s is completed, %s was paid of line %s of selection %s, and it takes nothing more; leave its line at no more than %s, and choose what is to be bought more as a line of its own."
                    .formatted(contract, program, paid, line, selection, most);
        }
    }

    /** The awarded partner costs more than the new version of the selection sets aside for it. */
    record AwardCostsMore(UUID selection, Money awarded, Money offered) implements ReservationRefusal {
        @Override
        public String sentence() {
            return "The awarded price for selection %s is %s, its new version has %s for that program; agree to at least the awarded price."
                    .formatted(selection, awarded, offered);
        }
    }

    /** Several processes go on with one program, and the newer version has too few lines of it to tell them apart. */
    record LinesAmbiguous(UUID selection, String program, List<UUID> processes, int lines)
            implements ReservationRefusal {
        public LinesAmbiguous {
            processes = List.copyOf(processes);
        }

        @Override
        public String sentence() {
            return "Processes %s all buy %s for selection %s, which has %d lines of it: give each process its own line, or leave the program out."
                    .formatted(
                            String.join(
                                    ", ", processes.stream().map(UUID::toString).toList()),
                            program,
                            selection,
                            lines);
        }
    }
}
