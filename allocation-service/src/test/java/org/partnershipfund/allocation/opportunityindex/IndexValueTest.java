package org.partnershipfund.allocation.opportunityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexValueTest {

    @ParameterizedTest
    @CsvSource({"0.01, 0.01", "0.99, 0.99", "0.6, 0.60", "0.600000, 0.60", "0.844538, 0.844538", "0.560001, 0.560001"})
    void is_exact_to_six_decimals(String read, String written) {
        assertThat(IndexValue.of(read).decimal()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NaN",
                "1",
                "0",
                "-0.5",
                "0.009999",
                "0.990001",
                "1.00",
                "0.1234567",
                ".5",
                "0,5",
                "5e-1",
                "٠.٥",
                "Infinity"
            })
    void nothing_else_is_an_index(String text) {
        assertThat(IndexValue.parse(text)).isEmpty();
    }

    @Test
    void a_value_out_of_range_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexValue(9_999));
        assertThatIllegalArgumentException().isThrownBy(() -> IndexValue.of("0.995"));
    }

    @Test
    void the_last_decimal_decides() {
        assertThat(IndexValue.of("0.560001")).isGreaterThan(IndexValue.of("0.56"));
    }
}
