package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoice.Bill;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceLine;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NumberUsed;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.invoice.Submission;

/** Takes a partner's invoice in. */
@ApplicationScoped
public class SubmitInvoice {

    private final Invoices invoices;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    SubmitInvoice(Invoices invoices, Contracts contracts, AuditTrail audit, Ids ids, Clock clock) {
        this.invoices = invoices;
        this.contracts = contracts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Submits an invoice under the partner's own contract.
     *
     * @throws RefusedException if the contract is not theirs or not executed, or a line may not be paid
     */
    @Transactional
    public Versioned<Invoice> submit(ContractId id, String number, List<InvoiceLine> lines, Person by, Sight sight) {
        // The contract is held: two invoices at once never ask for the same money.
        var contract = contracts
                .hold(id)
                .map(Versioned::value)
                .filter(found -> sight.partners().contains(found.partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchContract(id.value())));
        if (invoices.isUsed(contract.partner(), number)) {
            throw new RefusedException(new NumberUsed(number));
        }
        Map<SchoolCode, Money> open = new TreeMap<>();
        contract.terms().shares().forEach(share -> open.merge(share.school(), share.amount(), Money::plus));
        invoices.asked(id).forEach((school, asked) -> open.computeIfPresent(school, (_, all) -> all.minus(asked)));
        var bill = new Bill(
                new InvoiceId(ids.next()),
                id,
                contract.terms().process(),
                contract.partner(),
                number,
                lines,
                by,
                clock.instant());
        var invoice = Submission.submit(bill, contract, open, invoices.invoiced(id), LocalDate.now(clock))
                .orRefuse()
                .state();
        long version = invoices.add(invoice, contract.terms().fund().value());
        audit.record(new Change("InvoiceSubmitted", bill.id().toString(), null, invoice));
        return new Versioned<>(invoice, version);
    }
}
