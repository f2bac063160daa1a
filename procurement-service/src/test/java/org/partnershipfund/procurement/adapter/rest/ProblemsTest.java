package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.ADAMS;
import static org.partnershipfund.procurement.fixtures.Books.CENTRE;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS_LINE;
import static org.partnershipfund.procurement.fixtures.Books.commitment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.LedgerRefusal;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;

class ProblemsTest {

    private static final Money ONE = new Money(1);
    private static final Money TWO = new Money(2);

    static List<LedgerRefusal> refusals() {
        return List.of(
                new LedgerRefusal.FundNotKnown(FUND_2019),
                new LedgerRefusal.LineNotOpen(FUND_2019, ADAMS),
                new LedgerRefusal.NoSuchLine(PERKINS_LINE),
                new LedgerRefusal.FundToldDifferently(FUND_2019),
                new LedgerRefusal.WrongYear(FUND_2019, FY2019, new FiscalYear(2020)),
                new LedgerRefusal.PlannedDifferently(ADAMS, ONE, TWO),
                new LedgerRefusal.ChartedDifferently(ADAMS, CENTRE, new ResponsibilityCentre("999999")),
                new LedgerRefusal.PoolExceeded(FUND_2019, ONE, TWO),
                new LedgerRefusal.AdoptedDifferently(ADAMS, ONE, TWO),
                new LedgerRefusal.VoteDoesNotAddUp(FUND_2019, ONE, TWO),
                new LedgerRefusal.SchoolNamedTwice(ADAMS),
                new LedgerRefusal.NothingToMove(Money.ZERO),
                new LedgerRefusal.NotEnoughAvailable(PERKINS_LINE, ONE, TWO),
                new LedgerRefusal.NotAppropriated(PERKINS_LINE, ONE, TWO),
                new LedgerRefusal.CommitmentExceeded(commitment(1), ONE, TWO),
                new LedgerRefusal.CommitmentOfAnotherLine(commitment(1), PERKINS_LINE),
                new LedgerRefusal.CommitmentElsewhere(commitment(1), Account.RESERVED, Account.ENCUMBERED));
    }

    @Test
    void every_refusal_is_looked_at_here() {
        assertThat(refusals().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(LedgerRefusal.class.getPermittedSubclasses())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_has_a_status_a_page_and_a_sentence(LedgerRefusal refusal) {
        var row = new Problems().row(refusal);

        assertThat(row.status()).isIn(404, 409, 422);
        assertThat(Path.of("..", "docs", "problems", row.slug() + ".md"))
                .exists()
                .content()
                .contains("urn:partnership-fund:problem:" + row.slug(), row.title(), Integer.toString(row.status()));
        assertThat(refusal.sentence()).endsWith(".").doesNotContain("Exception", "null");
    }

    @Test
    void no_slug_is_used_twice() {
        assertThat(refusals().stream()
                        .map(refusal -> new Problems().row(refusal).slug()))
                .doesNotHaveDuplicates();
    }
}
