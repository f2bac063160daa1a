package org.partnershipfund.portfolio.funding;

import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.ProgramId;

/**
 * What the Partnership Fund holds for a program in a fiscal year.
 *
 * @param schools that chose it: the approved and not withdrawn selections' schools, each once
 * @param chosen what these selections have for it; a wish that central office still has to procure
 * @param contracts that are executed
 * @param contracted what they are worth together
 * @param paid what was paid upon them; not above {@code contracted}
 * @param endsOn the last day of the contract that ends last; empty without contracts
 */
public record ProgramFunding(
        ProgramId program,
        String programName,
        FiscalYear year,
        int schools,
        Money chosen,
        int contracts,
        Money contracted,
        Money paid,
        Optional<LocalDate> endsOn) {}
