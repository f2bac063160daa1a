package org.partnershipfund.allocation.opportunityindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MillionthsTest {

    @Property
    void a_value_is_read_back_as_it_was_written(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long value) {
        assertThat(Millionths.parse(Millionths.decimal(value))).hasValue(value);
    }

    @Property
    void any_text_is_read_exactly_when_it_is_such_a_decimal(
            @ForAll @StringLength(max = 8) @Chars({'0', '1', '9', '.', '-', 'e'}) String text) {
        if (text.matches(Millionths.DECIMAL)) {
            assertThat(Millionths.parse(text))
                    .hasValue(new BigDecimal(text).movePointRight(6).longValueExact());
        } else {
            assertThat(Millionths.parse(text)).isEmpty();
        }
    }

    @ParameterizedTest(name = "\"{0}\" is no value")
    @ValueSource(
            strings = {
                "",
                "-",
                "NaN",
                "Infinity",
                "1e3",
                ".5",
                "5.",
                "0.1234567",
                "1234567890123",
                "1,5",
                "+1",
                " 1",
                "٣"
            })
    void only_a_plain_decimal_is_a_value(String text) {
        assertThat(Millionths.parse(text)).isEmpty();
    }
}
