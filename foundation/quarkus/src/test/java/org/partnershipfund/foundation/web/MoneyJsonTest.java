package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.Money;

class MoneyJsonTest {

    @ParameterizedTest(name = "{0} cents are {1}")
    @CsvSource({"13300000, 133000.00", "5, 0.05", "0, 0.00", "-70, -0.70", "570000000, 5700000.00"})
    void an_amount_has_two_decimals_and_survives_the_wire(long cents, String amount) {
        var json = MoneyJson.of(new Money(cents));

        assertThat(json).isEqualTo(new MoneyJson(amount, "USD"));
        assertThat(json.money()).isEqualTo(new Money(cents));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.0",
                "1.000",
                "1.005",
                "1,000.00",
                "1e3",
                "+1.00",
                " 1.00",
                "01.00",
                ".50",
                "",
                "NaN",
                "10000000000000000000.00"
            })
    void another_writing_of_an_amount_is_refused(String amount) {
        assertThatThrownBy(() -> new MoneyJson(amount, "USD"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.field()).isEqualTo("amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "usd", ""})
    void another_currency_is_refused(String currency) {
        assertThatThrownBy(() -> new MoneyJson("1.00", currency))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.field()).isEqualTo("currency"));
    }

    @Test
    void the_largest_amount_that_may_be_written_fits() {
        assertThat(new MoneyJson("9999999999999999.99", "USD").money()).isEqualTo(new Money(999_999_999_999_999_999L));
    }
}
