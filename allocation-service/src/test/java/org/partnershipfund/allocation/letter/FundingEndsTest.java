package org.partnershipfund.allocation.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/** Policy letters §2. */
class FundingEndsTest {

    private static final Notice.Title NOTICE = new Notice.Title(
            new NoticeId(District.id(1)),
            new FiscalYear(2018),
            LocalDate.of(2017, 12, 1),
            "invented",
            true,
            District.IN_NOVEMBER);

    @Test
    void tells_what_is_funded_what_ends_and_when_the_allocation_comes() {
        var ends = new FundingEnds(
                NOTICE,
                List.of(line(2, "24000.00"), line(3, "12000.50")),
                List.of(Funds2019.open().terms()),
                false);

        assertThat(ends.funded()).isTrue();
        assertThat(ends.caveats())
                .containsExactly(
                        "The funding of FY2018 is generated, not the district's books: it proves nothing about any real school or partner.");
        assertThat(ends.total()).isEqualTo(Money.ofDollars("36000.50"));
        assertThat(ends.date()).isEqualTo("Friday, December 1, 2017");
        assertThat(ends.endsOn()).isEqualTo("June 30, 2018");
        assertThat(ends.nextYear()).isEqualTo(new FiscalYear(2019));
        assertThat(ends.allocationDays())
                .containsExactly(new Announced("Friday, December 8, 2017", "Partnership Fund"));
    }

    @Test
    void a_school_at_which_nothing_is_funded_loses_nothing() {
        var ends = new FundingEnds(NOTICE, List.of(), List.<Fund.Terms>of(), false);

        assertThat(ends.funded()).isFalse();
        assertThat(ends.total()).isEqualTo(Money.ZERO);
        assertThat(ends.allocationDays()).isEmpty();
    }

    private static FundingEnds.Line line(int id, String dollars) {
        return new FundingEnds.Line(
                new PriorYearFunding(
                        new FundingId(District.id(id)),
                        District.ADAMS.code(),
                        "Harbor Youth Works",
                        "after school",
                        Money.ofDollars(dollars)),
                "Adams");
    }
}
