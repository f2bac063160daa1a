package org.partnershipfund.allocation.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy equity §4: five equal fifths of the pupils, whatever the size of their schools. */
class NeedQuintilesTest {

    private static final SchoolCode LEAST = new SchoolCode("00350001");
    private static final SchoolCode MIDDLE = new SchoolCode("00350002");
    private static final SchoolCode SAME = new SchoolCode("00350003");
    private static final SchoolCode GREATEST = new SchoolCode("00350004");
    private static final SchoolCode NOBODY = new SchoolCode("00350005");

    private final NeedQuintiles quintiles = NeedQuintiles.of(List.of(
            school(GREATEST, "0.90", 10),
            school(LEAST, "0.10", 40),
            school(SAME, "0.50", 30),
            school(MIDDLE, "0.50", 20),
            school(NOBODY, "0.95", 0)));

    @Test
    void a_school_across_a_border_is_in_both_fifths() {
        assertThat(quintiles.of(LEAST)).containsExactly(1, 2);
        assertThat(quintiles.of(GREATEST)).containsExactly(5);
        assertThat(quintiles.of(NOBODY)).isEmpty();
    }

    @Test
    void its_money_goes_with_its_pupils_to_the_cent() {
        assertThat(quintiles.split(LEAST, Money.ofDollars("100.01")))
                .isEqualTo(Map.of(1, Money.ofDollars("50.01"), 2, Money.ofDollars("50.00")));
    }

    @Test
    void schools_of_the_same_need_lie_across_a_border_alike() {
        Map<Integer, Money> split =
                Map.of(3, Money.ofDollars("40.00"), 4, Money.ofDollars("40.00"), 5, Money.ofDollars("20.00"));

        assertThat(quintiles.split(MIDDLE, Money.ofDollars("100.00"))).isEqualTo(split);
        assertThat(quintiles.split(SAME, Money.ofDollars("100.00"))).isEqualTo(split);
    }

    @Test
    void a_school_without_pupils_is_in_no_fifth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quintiles.split(NOBODY, Money.ZERO))
                .withMessageContaining("00350005");
    }

    private static SchoolAmount school(SchoolCode code, String index, int pupils) {
        return new SchoolAmount(code, "a school", IndexValue.of(index), pupils, Money.ZERO);
    }
}
