package org.partnershipfund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0.00, 0", "0.01, 1", "52775.72, 5277572", "5700000, 570000000", "-3.5, -350", "1e3, 100000"})
    void dollars_are_read_as_whole_cents(String dollars, long cents) {
        assertThat(Money.ofDollars(dollars)).isEqualTo(new Money(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.005", "221.7467", "1e-3"})
    void a_fraction_of_a_cent_is_an_error_and_never_a_rounding(String dollars) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofDollars(dollars));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "12,50", "$3"})
    void what_is_no_number_is_no_money(String dollars) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Money.ofDollars(dollars));
    }

    /** A short text could otherwise make a number of a billion digits, and the service would stand still. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e2147483647",
                "1e-999999999",
                "1e-40000000",
                "1e-400000000",
                "9e17",
                "92233720368547758.08"
            })
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_amount_that_does_not_fit_is_an_error_at_once(String dollars) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofDollars(dollars));
    }

    @ParameterizedTest
    @CsvSource({"0e999999999, 0", "0e-999999999, 0", "92233720368547758.07, 9223372036854775807", "1.500000, 150"})
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void zeros_cost_nothing_however_many(String dollars, long cents) {
        assertThat(Money.ofDollars(dollars)).isEqualTo(new Money(cents));
    }

    @Property(tries = 20_000)
    void any_text_is_money_or_one_of_the_two_errors(
            @ForAll @CharRange(from = '-', to = '9') @Chars({'e', 'E', '+'}) String text) {
        try {
            assertThat(Money.ofDollars(text).dollars()).matches("-?\\d+\\.\\d{2}");
        } catch (ArithmeticException | NumberFormatException expected) {
            assertThat(expected.getClass()).isIn(ArithmeticException.class, NumberFormatException.class);
        }
    }

    @Property
    void an_amount_survives_the_way_over_the_wire(@ForAll long cents) {
        assertThat(Money.ofDollars(new Money(cents).dollars())).isEqualTo(new Money(cents));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; $0.00", "1; $0.01", "5277572; $52,775.72", "570000000; $5,700,000.00", "-350; -$3.50"})
    void in_sentences_thousands_are_separated(long cents, String words) {
        assertThat(new Money(cents)).hasToString(words);
    }

    @Test
    void a_sum_that_does_not_fit_fails_instead_of_wrapping_around() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MIN_VALUE).minus(new Money(1)));
    }

    @Test
    void equal_amounts_do_not_exceed_each_other() {
        assertThat(new Money(100).exceeds(new Money(100))).isFalse();
        assertThat(new Money(101).exceeds(new Money(100))).isTrue();
    }
}
