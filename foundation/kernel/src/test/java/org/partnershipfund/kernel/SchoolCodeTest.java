package org.partnershipfund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolCodeTest {

    @Test
    void leading_zeros_belong_to_the_code() {
        assertThat(new SchoolCode("00350231")).hasToString("00350231");
    }

    @ParameterizedTest
    @ValueSource(strings = {"350231", "003502310", "0035O231", " 0350231", "", "٠٠٣٥٠٢٣١"})
    void anything_but_eight_digits_is_no_school_code(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchoolCode(text))
                .withMessageContaining("00350231");
    }
}
