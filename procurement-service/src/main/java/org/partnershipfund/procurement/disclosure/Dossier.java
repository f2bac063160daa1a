package org.partnershipfund.procurement.disclosure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.reservation.ReservedLine;

/**
 * All that the district has on one contracting process, sealed or not.
 *
 * @param lines what the schools hold for it
 * @param contracts in the order of their ids
 * @param invoices under those contracts, in the order of their ids
 */
public record Dossier(
        ContractingProcess process,
        RememberedFund fund,
        List<ReservedLine> lines,
        Background background,
        List<Contract> contracts,
        List<Invoice> invoices) {

    public Dossier {
        lines = List.copyOf(lines);
        contracts = List.copyOf(contracts);
        invoices = List.copyOf(invoices);
    }

    /** Its lines added up by school, in the order of the codes. */
    Map<SchoolCode, Money> bySchool(Function<ReservedLine, Money> amount) {
        Map<SchoolCode, Money> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.school(), amount.apply(line), Money::plus));
        return sums;
    }

    /** A school's name; its code if no line of it is known. */
    String nameOf(SchoolCode school) {
        var known = background.schools().get(school);
        return known == null ? school.value() : known.name();
    }
}
