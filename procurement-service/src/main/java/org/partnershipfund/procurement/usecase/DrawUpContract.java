package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractDocument;
import org.partnershipfund.procurement.contract.ContractDocument.Beside;
import org.partnershipfund.procurement.contract.ContractDocument.Charge;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.process.Solicitation.QuotesAsked;

/** Draws up the document of a contract out of the contract, its process and the budget lines that it is charged to. */
@ApplicationScoped
public class DrawUpContract {

    /** More schools than any district has. */
    private static final int ALL = 10_000;

    private final Processes processes;
    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Clock clock;

    DrawUpContract(Processes processes, RememberedFunds funds, BudgetLines lines, Clock clock) {
        this.processes = processes;
        this.funds = funds;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * The document as it stands.
     *
     * @param papersDueOn null if no day is set for its value
     */
    public ContractDocument of(Contract contract, Sight sight, @Nullable LocalDate papersDueOn) {
        var terms = contract.terms();
        ContractingProcess process = processes
                .find(terms.process())
                .map(Versioned::value)
                .orElseThrow(() -> new IllegalStateException("no process " + terms.process()));
        var route = process.opening().route();
        Map<SchoolCode, Charge> charges = lines.list(LedgerSlice.of(terms.fund()), Optional.empty(), ALL).stream()
                .map(Versioned::value)
                .collect(Collectors.toMap(BudgetLine::school, DrawUpContract::charge));
        return ContractDocument.of(
                contract,
                new Beside(
                        funds.find(terms.fund()).map(RememberedFund::name).orElse("Fund " + terms.fund()),
                        "%s: %s".formatted(route.kind().word(), route.reasons()),
                        specification(process),
                        process instanceof Awarded awarded ? awarded.award().justification() : "",
                        charges,
                        papersDueOn),
                sight,
                clock.getZone());
    }

    /** The written description that quotes were asked on; else what was bought. */
    private static String specification(ContractingProcess process) {
        if (process instanceof Awarded awarded
                && awarded.solicited() != null
                && awarded.solicited().solicitation() instanceof QuotesAsked quotes) {
            return quotes.description();
        }
        var program = process.program();
        return "%s by %s, as its offer describes it.".formatted(program.name(), program.partnerName());
    }

    private static Charge charge(BudgetLine line) {
        var chart = line.chart();
        return new Charge(
                line.schoolName(),
                "%s-%s-%s-%s-%s"
                        .formatted(chart.account(), chart.fund(), line.centre(), chart.program(), chart.subclass()));
    }
}
