package org.partnershipfund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalYearTest {

    @ParameterizedTest
    @CsvSource({"2018-06-30, 2018", "2018-07-01, 2019", "2018-12-31, 2019", "2019-06-30, 2019", "2019-07-01, 2020"})
    void a_day_belongs_to_the_year_that_ends_on_the_next_30_june(LocalDate day, int endYear) {
        assertThat(FiscalYear.of(day)).isEqualTo(new FiscalYear(endYear));
    }

    @Test
    void fiscal_year_2019_runs_from_1_july_2018_to_30_june_2019() {
        assertThat(new FiscalYear(2019).firstDay()).isEqualTo("2018-07-01");
        assertThat(new FiscalYear(2019).lastDay()).isEqualTo("2019-06-30");
        assertThat(new FiscalYear(2019)).hasToString("FY2019");
    }

    @Test
    void a_year_with_two_digits_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiscalYear(19))
                .withMessageContaining("19");
    }
}
