package org.partnershipfund.allocation.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.kernel.SchoolCode;

class SchoolTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "402", "40222", "40 2", "٤٠٢٢"})
    void a_location_code_has_four_digits(String text) {
        assertThat(LocationCode.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new LocationCode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10120", "1012033", "10120x"})
    void a_responsibility_centre_has_six_digits(String text) {
        assertThat(ResponsibilityCentre.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ResponsibilityCentre(text));
    }

    @Test
    void a_school_has_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new School(
                        new SchoolCode("00350001"), " ", "K", Optional.empty(), new ResponsibilityCentre("900001")));
    }

    @ParameterizedTest(name = "{1} of {0} pupils are shown as {2}")
    @CsvSource({
        "100, 60, 60",
        "100, 9, -1",
        "100, 91, -1",
        "100, 10, 10",
        "100, 90, 90",
        "100, 0, 0",
        "100, 100, 100",
        "0, 0, 0"
    })
    void groups_under_ten_pupils_are_not_shown_nor_left_to_subtraction(int pupils, int disadvantaged, int shown) {
        assertThat(new Enrollment(pupils, disadvantaged)
                        .economicallyDisadvantagedShown()
                        .orElse(-1))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "10, -1", "10, 11"})
    void an_impossible_count_cannot_be_made(int pupils, int disadvantaged) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Enrollment(pupils, disadvantaged));
    }
}
