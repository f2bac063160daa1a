package org.partnershipfund.procurement.reservation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;

/**
 * One line of a selection with its money set aside.
 *
 * @param commitment the reservation in the ledger
 * @param amount what is reserved
 * @param process the contracting process that buys it; null while none does
 * @param awarded what of the amount the award asks for; null before an award, and kept for good after it
 * @param contract the contract it became a share of; null before
 * @param raises the reservation of the contracted line on top of which a newer version set this aside, for an amendment
 *     of its contract; null for a line of its own
 * @param paid what of it was paid, once its contract is completed; null before
 */
public record ReservedLine(
        CommitmentId commitment,
        UUID selection,
        int version,
        UUID line,
        FundId fund,
        FiscalYear year,
        SchoolCode school,
        UUID program,
        String programName,
        UUID partner,
        String partnerName,
        String serviceArea,
        Money amount,
        @Nullable UUID process,
        @Nullable Money awarded,
        @Nullable UUID contract,
        @Nullable CommitmentId raises,
        @Nullable Money paid) {

    /** A line of its own. */
    public ReservedLine(
            CommitmentId commitment,
            UUID selection,
            int version,
            UUID line,
            FundId fund,
            FiscalYear year,
            SchoolCode school,
            UUID program,
            String programName,
            UUID partner,
            String partnerName,
            String serviceArea,
            Money amount,
            @Nullable UUID process,
            @Nullable Money awarded,
            @Nullable UUID contract) {
        this(
                commitment,
                selection,
                version,
                line,
                fund,
                year,
                school,
                program,
                programName,
                partner,
                partnerName,
                serviceArea,
                amount,
                process,
                awarded,
                contract,
                null,
                null);
    }

    /** Whether it is a share of a contract, drafted or executed. */
    public boolean isContracted() {
        return contract != null;
    }

    /**
     * What the award asks of it.
     *
     * @throws IllegalStateException if it was not awarded
     */
    public Money price() {
        if (awarded == null) {
            throw new IllegalStateException("line %s has no price before an award".formatted(line));
        }
        return awarded;
    }

    /**
     * What it costs: the price, and after the completion of its contract what was paid of it.
     *
     * @throws IllegalStateException if it was not awarded
     */
    public Money cost() {
        return paid == null ? price() : paid;
    }

    /** The same line, of whose completed contract this was paid. */
    public ReservedLine delivered(Money paidOfIt) {
        return new ReservedLine(
                commitment,
                selection,
                version,
                line,
                fund,
                year,
                school,
                program,
                programName,
                partner,
                partnerName,
                serviceArea,
                amount,
                process,
                awarded,
                contract,
                raises,
                paidOfIt);
    }

    /** The same money, as the line of a newer version. */
    ReservedLine carriedTo(int newer, UUID asked, Money holding) {
        return new ReservedLine(
                commitment,
                selection,
                newer,
                asked,
                fund,
                year,
                school,
                program,
                programName,
                partner,
                partnerName,
                serviceArea,
                holding,
                process,
                awarded,
                contract,
                raises,
                paid);
    }

    /** What is set aside on top of this line, which is under contract: for an amendment, and for nobody else to buy. */
    public ReservedLine raisedBy(CommitmentId more, Money by) {
        return new ReservedLine(
                more,
                selection,
                version,
                line,
                fund,
                year,
                school,
                program,
                programName,
                partner,
                partnerName,
                serviceArea,
                by,
                null,
                null,
                null,
                commitment,
                null);
    }
}
