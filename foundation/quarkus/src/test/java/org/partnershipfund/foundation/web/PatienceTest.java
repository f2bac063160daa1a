package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a reader waits for a body. */
class PatienceTest {

    @ParameterizedTest(name = "{0} bytes in {1}: over is {2}")
    @CsvSource({
        "0, PT15S, false",
        "0, PT15.001S, true",
        "15, PT16S, true",
        "16384, PT16S, false",
        "16384, PT16.001S, true",
        "67108864, PT1H8M31S, false",
        "2147483647, PT36H24M46S, false"
    })
    void fifteen_seconds_and_one_more_for_each_16_kilobytes(long bytes, Duration waited, boolean over) {
        assertThat(new Patience(Duration.ofSeconds(15), 16_384).isOverAfter(waited, bytes))
                .isEqualTo(over);
    }

    @Test
    void patience_without_end_is_a_mistake_in_the_settings() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ofSeconds(1), 0));
    }
}
