package org.partnershipfund.foundation.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/** A rush for letters does not take the service's memory. */
class PrinterTest {

    private static final String PAGE =
            "<html lang=\"en-US\"><head><title>A</title><style>body { font-family: 'Liberation Sans'; }</style></head><body><p>A</p></body></html>";

    @Test
    void a_letter_that_finds_no_press_in_time_is_asked_to_come_back() {
        var busy = new Printer(0, Duration.ZERO);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> busy.print(PAGE, Instant.EPOCH))
                .satisfies(why -> {
                    assertThat(why.problem()).isEqualTo(StandardProblem.TEMPORARILY_UNAVAILABLE);
                    assertThat(why.retryAfterSeconds()).hasValue(5);
                });
    }

    @Test
    void a_press_is_free_again_after_its_letter_also_after_one_that_failed() {
        var single = new Printer(1, Duration.ZERO);

        assertThat(single.print(PAGE, Instant.EPOCH)).isNotEmpty();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> single.print("<p>not closed", Instant.EPOCH));
        assertThat(single.print(PAGE, Instant.EPOCH)).isNotEmpty();
    }
}
