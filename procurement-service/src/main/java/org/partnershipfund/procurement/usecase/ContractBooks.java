package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Amendment.ShareChange;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Owed;
import org.partnershipfund.procurement.contract.Release;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotAppropriated;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Voucher;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** The money of a contract: what the ledger holds for its shares, and how it goes back to the schools' lines. */
@ApplicationScoped
class ContractBooks {

    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Holdings holdings;
    private final Invoices invoices;
    private final Ids ids;

    ContractBooks(
            RememberedFunds funds, BudgetLines lines, Ledger ledger, Holdings holdings, Invoices invoices, Ids ids) {
        this.funds = funds;
        this.lines = lines;
        this.ledger = ledger;
        this.holdings = holdings;
        this.invoices = invoices;
        this.ids = ids;
    }

    /** The moves of one contract on its schools' lines, locked. */
    final class Moves {

        private final Contract.Terms terms;
        private final Instant at;
        private final Journal journal;

        private Moves(Contract.Terms terms, Instant at) {
            this.terms = terms;
            this.at = at;
            this.journal = new Journal(lines.lock(
                    terms.fund(), terms.shares().stream().map(Share::school).collect(Collectors.toSet())));
        }

        /** Gives back part of what shares have encumbered. */
        void release(List<Release> releases, String why) {
            for (Release release : releases) {
                Share share = terms.shares().stream()
                        .filter(one -> one.reservation().equals(release.reservation()))
                        .findFirst()
                        .orElseThrow();
                note(journal.line(release.school())
                        .releaseEncumbrance(commitment(encumbrance(share)), release.amount(), voucher(why)));
            }
        }

        /** Gives back what is set aside and not encumbered: for a draft's shares, and on top of shares. */
        void releaseReservation(ReservedLine line, String why) {
            releaseReservation(line, commitment(line.commitment()), why);
        }

        private void releaseReservation(ReservedLine line, Commitment reservation, String why) {
            if (reservation.open().isPositive()) {
                note(journal.line(line.school()).releaseReservation(reservation, reservation.open(), voucher(why)));
            }
        }

        /** Turns what is set aside on top of a share into a share of its own; the rest of it goes back. */
        Share encumber(ReservedLine raise, Money amount, String why) {
            var encumbrance = new CommitmentId(ids.next());
            Commitment reservation = commitment(raise.commitment());
            note(journal.line(raise.school()).encumber(reservation, encumbrance, amount, voucher(why)));
            releaseReservation(raise, reservation.less(amount), why);
            return new Share(raise.school(), raise.selection(), raise.line(), amount, raise.commitment(), encumbrance);
        }

        /** Writes them; what is released on the lines of a closed fund is nobody's any more. */
        void post() {
            if (funds.isClosed(terms.fund())) {
                terms.shares().stream().map(Share::school).distinct().sorted().forEach(school -> {
                    Money rest = journal.line(school).balance().available();
                    if (rest.isPositive()) {
                        note(journal.line(school).lapse(rest, voucher("released after the fund's year")));
                    }
                });
            }
            if (!journal.transfers().isEmpty()) {
                ledger.post(journal.transfers());
            }
        }

        private void note(Decision<Posting> decision) {
            journal.note(decision).ifPresent(why -> {
                throw new RefusedException(why);
            });
        }

        private Voucher voucher(String why) {
            return new Voucher(ids.next(), "contract:" + terms.id(), "Contract %s %s".formatted(terms.id(), why), at);
        }
    }

    /** Locks the lines of the contract's schools. */
    Moves moves(Contract.Terms terms, Instant at) {
        return new Moves(terms, at);
    }

    /** What is not paid of each share, and what is on its way to be. */
    Owed owed(Contract.Terms terms) {
        Map<CommitmentId, Money> open = new HashMap<>();
        terms.shares().stream()
                .filter(share -> share.encumbrance() != null)
                .forEach(share -> open.put(
                        share.reservation(), commitment(encumbrance(share)).open()));
        return new Owed(open, invoices.inFlight(terms.id()));
    }

    /**
     * The auditor certifies what is true: every line may still encumber what its school is to buy more.
     *
     * @throws RefusedException if one may not
     */
    void requireAppropriation(FundId fund, List<ShareChange> changes) {
        Map<SchoolCode, Money> sums = new TreeMap<>();
        changes.stream()
                .filter(ShareChange::isIncrease)
                .forEach(change -> sums.merge(change.school(), change.after().minus(change.before()), Money::plus));
        for (BudgetLine line : lines.lock(fund, sums.keySet())) {
            Money asked = sums.getOrDefault(line.school(), Money.ZERO);
            if (asked.exceeds(line.balance().appropriatedAndFree())) {
                throw new RefusedException(
                        new NotAppropriated(line.id(), line.balance().appropriatedAndFree(), asked));
            }
        }
    }

    /** What newer versions of selections have set aside on top of each share. */
    Map<CommitmentId, ReservedLine> raising(Contract.Terms terms) {
        return holdings.raising(terms.shares().stream().map(Share::reservation).toList());
    }

    private static CommitmentId encumbrance(Share share) {
        CommitmentId encumbrance = share.encumbrance();
        if (encumbrance == null) {
            throw new IllegalStateException("the share %s is not encumbered".formatted(share.reservation()));
        }
        return encumbrance;
    }

    private Commitment commitment(CommitmentId id) {
        return ledger.commitment(id).orElseThrow(() -> new IllegalStateException("no commitment " + id));
    }
}
