package org.partnershipfund.portfolio.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;

/** What was heard of selections, contracts and payments. Each is kept once, in whatever order and however often told. */
public interface ProgramFundings {

    /** A version of a selection is approved; it takes the place of those before it. */
    void approved(Selection selection);

    /** This version of a selection, and all before it, count no more: withdrawn, or returned to the school. */
    void ended(UUID selection, int version);

    /** A contract is executed. */
    void contracted(Contract contract);

    /**
     * A contract has another amount from now on: it was amended, or has ended.
     *
     * @param endsOn its last day; empty if that stays
     */
    void amended(UUID contract, Money amount, Optional<LocalDate> endsOn);

    /** All that was paid of an invoice upon a contract, of which nothing is due any more. */
    void paid(UUID invoice, UUID contract, Money amount);

    /** One payment upon an invoice: all of it, or a part. It counts once with what is told when nothing is due any more. */
    void paidPart(UUID payment, UUID invoice, UUID contract, Money amount);

    /** What a credit note gave back of what had been paid under a contract. */
    void returned(UUID creditNote, UUID contract, Money amount);

    /** Of one partner's programs, the latest year first and then by program, behind {@code after}, at most {@code limit}. */
    List<ProgramFunding> list(PartnerId partner, Optional<FiscalYear> year, Optional<Place> after, int limit);

    /** What a school chose. */
    record Selection(UUID id, int version, SchoolCode school, FiscalYear year, List<Choice> choices) {
        public Selection {
            choices = List.copyOf(choices);
        }
    }

    /** One line of a selection: for how many pupils, at what price. */
    record Choice(UUID line, ProgramId program, int pupils, Money amount) {}

    /** What is signed for a program. */
    record Contract(UUID id, ProgramId program, FiscalYear year, Money amount, LocalDate endsOn) {}

    /** A line's place in the list: the end year of its fiscal year, and its program. */
    record Place(int endYear, ProgramId program) {}
}
