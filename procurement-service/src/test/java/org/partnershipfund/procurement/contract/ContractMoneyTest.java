package org.partnershipfund.procurement.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS;
import static org.partnershipfund.procurement.fixtures.Books.accepted;
import static org.partnershipfund.procurement.fixtures.Books.appropriated;
import static org.partnershipfund.procurement.fixtures.Books.commitment;
import static org.partnershipfund.procurement.fixtures.Books.voucher;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.Amending.Asked;
import org.partnershipfund.procurement.contract.Amending.Means;
import org.partnershipfund.procurement.contract.Amendment.ShareChange;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Contract.Terminated;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.ProcessId;

/**
 * Whatever is invoiced, paid, refused and amended in whatever order: the line has encumbered exactly what the contract's
 * shares still owe, nothing is paid above them, and an end gives back exactly the rest.
 */
class ContractMoneyTest {

    private static final Person OFFICER = new Person("issuer", "officer");
    private static final Turn TURN = new Turn(OFFICER, "As agreed", LocalDate.of(2018, 11, 15), AT_FEBRUARY_5);

    enum What {
        INVOICE,
        PAY,
        REFUSE,
        AMEND
    }

    record Step(What what, int cents) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.integers().between(1, 14_000))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void the_ledger_holds_what_the_contract_owes_and_an_end_gives_back_the_rest(@ForAll("steps") List<Step> steps) {
        var books = new LineWithAContract();

        for (Step step : steps) {
            books.take(step);
            books.agree();
        }
        Money owedBefore = books.owed().unpaid();
        Contract ended =
                Ends.terminate(books.contract, TURN, books.owed()).orRefuse().state();
        var released = ((Terminated) ended).released();
        released.forEach(books::release);

        Money back = released.stream().map(Release::amount).reduce(Money.ZERO, Money::plus);
        assertThat(books.line.balance().encumbered()).isEqualTo(books.asked());
        assertThat(back).isEqualTo(owedBefore.minus(books.asked()));
        assertThat(Ends.holding(ended).stream().map(Share::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(books.paid.plus(books.asked()));
    }

    /** One school's line of $1,000.00 with a contract of $100.00, as the use cases move them. */
    private static final class LineWithAContract {

        private BudgetLine line = appropriated("1000.00");
        private final Map<CommitmentId, Commitment> encumbrances = new LinkedHashMap<>();
        private final List<Money> inFlight = new ArrayList<>();
        private Money paid = Money.ZERO;
        private long numbers = 100;
        private Executed contract;

        LineWithAContract() {
            Share share = encumber(Money.ofDollars("100.00"));
            var amount = share.amount();
            contract = new Executed(
                    new Contract.Terms(
                            new ContractId(id("contract")),
                            new ProcessId(id("process")),
                            FUND_2019,
                            FY2019,
                            program("A"),
                            amount,
                            amount,
                            LocalDate.of(2018, 7, 1),
                            LocalDate.of(2019, 6, 30),
                            List.of(share),
                            Policy.rules()
                                    .evaluate(ON_FEBRUARY_5, amount)
                                    .orRefuse()
                                    .state(),
                            AT_FEBRUARY_5),
                    List.of(),
                    "REQ-1",
                    "PO-1",
                    LocalDate.of(2018, 7, 1),
                    AT_FEBRUARY_5);
        }

        private Share encumber(Money amount) {
            var reservation = commitment(numbers++);
            var encumbrance = commitment(numbers++);
            line = accepted(line.reserve(reservation, amount, voucher(numbers))).line();
            line = accepted(line.encumber(
                            new Commitment(reservation, line.id(), Account.RESERVED, amount, amount),
                            encumbrance,
                            amount,
                            voucher(numbers)))
                    .line();
            encumbrances.put(reservation, new Commitment(encumbrance, line.id(), Account.ENCUMBERED, amount, amount));
            return new Share(PERKINS, id("selection"), id("line"), amount, reservation, encumbrance);
        }

        void take(Step step) {
            var cents = new Money(step.cents());
            switch (step.what()) {
                case INVOICE -> {
                    // As SubmitInvoice: at most what is agreed and not asked for.
                    Money open = contract.terms().amount().minus(paid).minus(asked());
                    if (!cents.exceeds(open)) {
                        inFlight.add(cents);
                    }
                }
                case PAY -> {
                    if (!inFlight.isEmpty()) {
                        pay(inFlight.removeFirst());
                    }
                }
                case REFUSE -> {
                    if (!inFlight.isEmpty()) {
                        inFlight.removeLast();
                    }
                }
                case AMEND -> amend(cents);
            }
        }

        /** As PayInvoice: the school's shares are used up in their order. */
        private void pay(Money amount) {
            Money rest = amount;
            for (Share share : contract.terms().shares()) {
                Commitment encumbrance = open(share);
                Money part = rest.exceeds(encumbrance.open()) ? encumbrance.open() : rest;
                if (part.isPositive()) {
                    line = accepted(line.expend(encumbrance, commitment(numbers++), part, voucher(numbers)))
                            .line();
                    encumbrances.put(share.reservation(), encumbrance.less(part));
                    rest = rest.minus(part);
                }
            }
            assertThat(rest).as("nothing is paid above the shares").isEqualTo(Money.ZERO);
            paid = paid.plus(amount);
        }

        private void amend(Money asked) {
            Share first = contract.terms().shares().getFirst();
            var price = new UnitPrice("a session", new Money(100), new Money(100));
            var means = new Means(Map.of(first.reservation(), line.balance().available()), owed());
            var decision = Amending.propose(
                    contract,
                    new Asked(Map.of(first.reservation(), asked), null, "Other pupils", price, OFFICER),
                    means,
                    Policy.rules(),
                    ON_FEBRUARY_5,
                    AT_FEBRUARY_5);
            if (!(decision instanceof Accepted<Contract>(Executed proposed, var _))) {
                return;
            }
            var open = proposed.proposed().orElseThrow();
            List<Share> added = new ArrayList<>();
            for (ShareChange change : open.wish().shares()) {
                if (change.isIncrease()) {
                    added.add(encumber(change.after().minus(change.before())));
                } else {
                    release(new Release(
                            change.reservation(),
                            change.school(),
                            change.before().minus(change.after())));
                }
            }
            contract = (Executed) Amending.agree(proposed, open, added, ON_FEBRUARY_5, AT_FEBRUARY_5)
                    .orRefuse()
                    .state();
        }

        void release(Release release) {
            Commitment encumbrance = requireNonNull(encumbrances.get(release.reservation()));
            line = accepted(line.releaseEncumbrance(encumbrance, release.amount(), voucher(numbers++)))
                    .line();
            encumbrances.put(release.reservation(), encumbrance.less(release.amount()));
        }

        private Commitment open(Share share) {
            return requireNonNull(encumbrances.get(share.reservation()));
        }

        Money asked() {
            return inFlight.stream().reduce(Money.ZERO, Money::plus);
        }

        Owed owed() {
            Map<CommitmentId, Money> open = new HashMap<>();
            encumbrances.forEach((share, encumbrance) -> open.put(share, encumbrance.open()));
            return new Owed(open, Map.of(PERKINS, asked()));
        }

        void agree() {
            Money agreed = contract.terms().amount();
            assertThat(line.balance().encumbered())
                    .isEqualTo(agreed.minus(paid))
                    .isEqualTo(owed().unpaid());
            assertThat(line.balance().expended()).isEqualTo(paid);
            assertThat(paid.plus(asked()).exceeds(agreed)).isFalse();
            assertThat(agreed.exceeds(Money.ofDollars("125.00"))).isFalse();
        }
    }
}
