package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.ContractStanding;
import org.partnershipfund.allocation.utilisation.ExecutedContract;
import org.partnershipfund.allocation.utilisation.InvoiceId;
import org.partnershipfund.allocation.utilisation.MoneyReturned;
import org.partnershipfund.allocation.utilisation.PaidInvoice;
import org.partnershipfund.allocation.utilisation.PaymentPart;
import org.partnershipfund.allocation.utilisation.Shares;
import org.partnershipfund.allocation.utilisation.Spending;
import org.partnershipfund.allocation.utilisation.UtilisationRefusal.ContractToldDifferently;
import org.partnershipfund.allocation.utilisation.UtilisationRefusal.InvoiceToldDifferently;
import org.partnershipfund.allocation.utilisation.UtilisationRefusal.NothingAllocated;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Refusal;

/** Keeps what procurement-service tells of contracts and payments; the same told again changes nothing. */
@ApplicationScoped
public class HearSpending {

    private final Funds funds;
    private final CountAmounts countAmounts;
    private final Spending spending;

    HearSpending(Funds funds, CountAmounts countAmounts, Spending spending) {
        this.funds = funds;
        this.countAmounts = countAmounts;
        this.spending = spending;
    }

    /** Whether the contract was told. */
    public boolean knows(ContractId contract) {
        return spending.find(contract).isPresent();
    }

    /** A contract is executed. */
    @Transactional
    public Decision<ExecutedContract> executed(ExecutedContract told) {
        var known = spending.find(told.id());
        if (known.isPresent()) {
            return known.get().fund().equals(told.fund())
                            && known.get().shares().equals(told.shares())
                    ? Decision.accept(known.get())
                    : Decision.refuse(new ContractToldDifferently(told.id()));
        }
        Optional<Refusal> no = whyNot(told.fund(), told.shares());
        if (no.isPresent()) {
            return Decision.refuse(no.get());
        }
        spending.add(told);
        return Decision.accept(told);
    }

    /** A known contract was amended or has ended: it holds something else from now on. */
    @Transactional
    public void stands(ContractStanding told) {
        spending.add(told);
    }

    /** An invoice of a known contract is paid. */
    @Transactional
    public Decision<PaidInvoice> paid(PaidInvoice told) {
        var known = spending.find(told.id());
        if (known.isPresent()) {
            return known.get().fund().equals(told.fund())
                            && known.get().contract().equals(told.contract())
                            && known.get().payments().equals(told.payments())
                    ? Decision.accept(known.get())
                    : Decision.refuse(new InvoiceToldDifferently(told.id()));
        }
        Optional<Refusal> no = whyNot(told.fund(), told.payments());
        if (no.isPresent()) {
            return Decision.refuse(no.get());
        }
        spending.add(told);
        return Decision.accept(told);
    }

    /** The city paid all or part of an invoice of a known contract. */
    @Transactional
    public Decision<PaymentPart> paid(PaymentPart told) {
        return once(spending.findPart(told.id()), told, told.invoice(), told.fund(), told.payments(), spending::add);
    }

    /** A credit note gave back what had been paid of an invoice of a known contract. */
    @Transactional
    public Decision<MoneyReturned> returned(MoneyReturned told) {
        var shares = new Shares(new TreeMap<>(Map.of(told.school(), told.amount())));
        return once(spending.findReturn(told.id()), told, told.invoice(), told.fund(), shares, spending::add);
    }

    /** Keeps what is told for the first time; told again, it must be the same. */
    private <T> Decision<T> once(
            Optional<T> known, T told, InvoiceId invoice, FundId fund, Shares shares, Consumer<T> keep) {
        if (known.isPresent()) {
            return known.get().equals(told)
                    ? Decision.accept(told)
                    : Decision.refuse(new InvoiceToldDifferently(invoice));
        }
        Optional<Refusal> no = whyNot(fund, shares);
        if (no.isPresent()) {
            return Decision.refuse(no.get());
        }
        keep.accept(told);
        return Decision.accept(told);
    }

    /** A fund that is published always gives a funded school at least a cent, so who spends was allocated something. */
    private Optional<Refusal> whyNot(FundId id, Shares shares) {
        var fund = funds.find(id);
        if (fund.isEmpty()) {
            return Optional.of(new NoSuchFund(id));
        }
        var amounts = countAmounts.of(fund.get().value());
        return shares.bySchool().keySet().stream()
                .filter(school -> amounts.find(school).isEmpty())
                .findFirst()
                .map(school -> new NothingAllocated(id, school));
    }
}
