package org.partnershipfund.procurement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.CENTRE;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS_LINE;
import static org.partnershipfund.procurement.fixtures.Books.commitment;
import static org.partnershipfund.procurement.fixtures.Books.dollars;
import static org.partnershipfund.procurement.fixtures.Books.fund;
import static org.partnershipfund.procurement.fixtures.Books.voucher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** The tables of docs/policy/ledger.md, line by line. */
class LedgerPolicyTest {

    private static final Path POLICY = Path.of("..", "docs", "policy", "ledger.md");

    /** Policy §2. */
    @Test
    void the_moves_are_those_of_the_policy() throws IOException {
        List<List<String>> written = rows("| move | debit |");

        List<List<String>> ours = Arrays.stream(Move.values())
                .map(move -> List.of(
                        move.word(),
                        move.debit().word(),
                        move.credit().word(),
                        move.resolves() ? "yes" : "",
                        move.opens() ? "yes" : ""))
                .toList();
        assertThat(written).isEqualTo(ours);
    }

    static List<Example> worked_examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String title = "";
        for (String text : Files.readAllLines(POLICY)) {
            if (text.startsWith("**") && text.contains(".**")) {
                title = text.substring(2, text.indexOf(".**"));
            } else if (text.startsWith("| step |")) {
                examples.add(new Example(title, new ArrayList<>()));
            } else if (!examples.isEmpty() && text.startsWith("| ") && text.matches("\\| [a-z].* \\|.*\\d.*")) {
                examples.getLast().rows().add(cells(text));
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("worked_examples")
    void worked_examples_come_out_as_written(Example example) {
        var line = new LineOnPaper();

        for (List<String> row : example.rows()) {
            String outcome = line.take(row.getFirst());

            assertThat(outcome).as(row.getFirst()).isEqualTo(row.get(1));
            assertThat(line.balances()).as(row.getFirst()).isEqualTo(row.subList(2, row.size()));
        }
        assertThat(example.rows()).hasSizeGreaterThan(9);
    }

    /** One table of the policy. */
    record Example(String title, List<List<String>> rows) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static List<List<String>> rows(String header) throws IOException {
        List<String> all = Files.readAllLines(POLICY);
        int start = 0;
        while (!all.get(start).startsWith(header)) {
            start++;
        }
        return all.subList(start + 2, all.size()).stream()
                .takeWhile(text -> text.startsWith("|"))
                .map(LedgerPolicyTest::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        String[] cells = row.split("\\|", -1);
        return Arrays.stream(cells)
                .limit(cells.length - 1L)
                .skip(1)
                .map(String::strip)
                .toList();
    }

    /** Takes the steps of a table one by one. */
    private static final class LineOnPaper {

        private @Nullable BudgetLine line;
        private final Map<String, Commitment> commitments = new HashMap<>();
        private long numbers;

        /** Takes {@code move [NAME [of NAME]] amount}; says {@code done} or which refusal. */
        String take(String step) {
            String[] words = step.split(" ", -1);
            String name = words.length > 2 ? words[1] : "";
            String from = words.length > 4 ? words[3] : name;
            return switch (decide(words[0], from, dollars(words[words.length - 1]))) {
                case Accepted<Posting> accepted -> {
                    keep(accepted.state(), name, from);
                    yield "done";
                }
                case Refused<Posting>(var why) -> why.getClass().getSimpleName();
            };
        }

        private Decision<Posting> decide(String move, String from, Money amount) {
            var voucher = voucher(++numbers);
            if (move.equals("plan")) {
                return BudgetLine.open(PERKINS_LINE, fund(), PERKINS, "Perkins", CENTRE, amount, voucher);
            }
            BudgetLine now = Objects.requireNonNull(line);
            CommitmentId opens = commitment(numbers);
            return switch (move) {
                case "appropriate" -> now.appropriate(amount, voucher);
                case "reserve" -> now.reserve(opens, amount, voucher);
                case "encumber" -> now.encumber(taken(from), opens, amount, voucher);
                case "expend" -> now.expend(taken(from), opens, amount, voucher);
                case "release-reservation" -> now.releaseReservation(taken(from), amount, voucher);
                case "release-encumbrance" -> now.releaseEncumbrance(taken(from), amount, voucher);
                case "correct" -> now.correct(taken(from), amount, voucher);
                case "lapse" -> now.lapse(amount, voucher);
                case "plan-more" -> now.planMore(fund(), amount, voucher);
                case "unplan" -> now.unplan(amount, voucher);
                default -> throw new IllegalArgumentException("the policy has no move " + move);
            };
        }

        private Commitment taken(String name) {
            return Objects.requireNonNull(commitments.get(name), name);
        }

        private void keep(Posting posting, String name, String from) {
            line = posting.line();
            Transfer transfer = posting.transfer();
            if (transfer.resolves() != null) {
                commitments.put(from, taken(from).less(transfer.amount()));
            }
            if (transfer.opens() != null) {
                commitments.put(
                        name,
                        Commitment.openedBy(transfer.opens(), transfer.line(), transfer.move(), transfer.amount()));
            }
        }

        List<String> balances() {
            Balance balance = Objects.requireNonNull(line).balance();
            return Arrays.stream(Account.values())
                    .map(account -> balance.of(account).dollars())
                    .toList();
        }
    }
}
