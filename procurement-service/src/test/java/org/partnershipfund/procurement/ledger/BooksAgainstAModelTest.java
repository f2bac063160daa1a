package org.partnershipfund.procurement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.CENTRE;
import static org.partnershipfund.procurement.fixtures.Books.accepted;
import static org.partnershipfund.procurement.fixtures.Books.commitment;
import static org.partnershipfund.procurement.fixtures.Books.fund;
import static org.partnershipfund.procurement.fixtures.Books.voucher;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.fixtures.Attempt;
import org.partnershipfund.procurement.fixtures.ModelOfTheBooks;
import org.partnershipfund.procurement.fixtures.ModelOfTheBooks.Promise;

/** Whatever is tried in whatever order, the ledger says yes exactly when cents in boxes would. */
class BooksAgainstAModelTest {

    private static final int LINES = 2;
    private static final long CENTS = 5_000;

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Attempt.sequences(LINES, 80);
    }

    @Property(tries = 300)
    void the_ledger_agrees_with_cents_in_boxes(@ForAll("attempts") List<Attempt> attempts) {
        var model = new ModelOfTheBooks(LINES, LINES * CENTS);
        var ledger = new DomainLedger();
        for (int line = 0; line < LINES; line++) {
            assertThat(model.move(line, Move.PLAN, CENTS, null)).isTrue();
        }

        for (Attempt attempt : attempts) {
            Promise from = attempt.promise(model);
            int chosen = from == null ? -1 : model.promises.indexOf(from);
            // A line is planned once, by its allocation, and voted whole or not at all.
            boolean isPossible = attempt.move() != Move.PLAN
                    && (attempt.move() != Move.APPROPRIATE || attempt.size() == Attempt.Size.ALL)
                    && attempt.move().resolves() == (from != null);
            if (!isPossible) {
                continue;
            }
            long cents = attempt.cents(model, from);

            boolean allowed = model.move(attempt.line(), attempt.move(), cents, from);

            assertThat(ledger.tries(attempt, new Money(cents), chosen)).isEqualTo(allowed);
            assertThat(ledger.cents()).isEqualTo(cents(model));
            assertThat(ledger.commitments.stream().map(c -> c.open().cents()).toList())
                    .isEqualTo(model.promises.stream().map(p -> p.left).toList());
        }
    }

    private static List<Long> cents(ModelOfTheBooks model) {
        List<Long> cents = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            for (Account account : Account.values()) {
                cents.add(model.cents(line, account));
            }
        }
        return cents;
    }

    /** Lines and commitments as the ledger's own decisions leave them. */
    private static final class DomainLedger {

        final List<BudgetLine> lines = new ArrayList<>();
        final List<Commitment> commitments = new ArrayList<>();
        private long numbers;

        DomainLedger() {
            for (int line = 0; line < LINES; line++) {
                lines.add(accepted(BudgetLine.open(
                                new BudgetLineId(new UUID(0, line)),
                                fund(),
                                new SchoolCode("0035000" + line),
                                "A school",
                                CENTRE,
                                new Money(CENTS),
                                voucher(++numbers)))
                        .line());
            }
        }

        boolean tries(Attempt attempt, Money amount, int chosen) {
            BudgetLine line = lines.get(attempt.line());
            return switch (decide(line, attempt.move(), amount, chosen)) {
                case Accepted<Posting> accepted -> {
                    Transfer transfer = accepted.state().transfer();
                    lines.set(attempt.line(), accepted.state().line());
                    if (transfer.resolves() != null) {
                        commitments.set(chosen, commitments.get(chosen).less(amount));
                    }
                    if (transfer.opens() != null) {
                        commitments.add(Commitment.openedBy(transfer.opens(), line.id(), transfer.move(), amount));
                    }
                    yield true;
                }
                case Refused<Posting>(var why) -> {
                    assertThat(why.sentence()).isNotBlank();
                    yield false;
                }
            };
        }

        private Decision<Posting> decide(BudgetLine line, Move move, Money amount, int chosen) {
            CommitmentId opens = commitment(++numbers);
            Voucher voucher = voucher(numbers);
            return switch (move) {
                case PLAN -> throw new IllegalStateException("a line is planned once");
                case APPROPRIATE -> line.appropriate(amount, voucher);
                case RESERVE -> line.reserve(opens, amount, voucher);
                case LAPSE -> line.lapse(amount, voucher);
                case UNPLAN -> line.unplan(amount, voucher);
                case ENCUMBER -> line.encumber(commitments.get(chosen), opens, amount, voucher);
                case EXPEND -> line.expend(commitments.get(chosen), opens, amount, voucher);
                case CORRECT -> line.correct(commitments.get(chosen), amount, voucher);
                case RELEASE_RESERVATION -> line.releaseReservation(commitments.get(chosen), amount, voucher);
                case RELEASE_ENCUMBRANCE -> line.releaseEncumbrance(commitments.get(chosen), amount, voucher);
            };
        }

        List<Long> cents() {
            List<Long> cents = new ArrayList<>();
            for (BudgetLine line : lines) {
                for (Account account : Account.values()) {
                    cents.add(line.balance().of(account).cents());
                }
            }
            return cents;
        }
    }
}
