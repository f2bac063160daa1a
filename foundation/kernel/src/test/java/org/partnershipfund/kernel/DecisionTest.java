package org.partnershipfund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class DecisionTest {

    private record TooLate(String what) implements Refusal {
        @Override
        public String sentence() {
            return what + " is too late; ask again next year.";
        }
    }

    @Test
    void an_acceptance_hands_over_state_and_events() {
        assertThat(Decision.accept("open").orRefuse()).isEqualTo(Decision.accept("open"));
    }

    @Test
    void a_refusal_reaches_the_door_with_its_sentence() {
        Decision<String> refused = Decision.refuse(new TooLate("The request"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(refused::orRefuse)
                .withMessage("The request is too late; ask again next year.")
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(new TooLate("The request")));
    }

    @Test
    void a_version_that_somebody_has_changed_meanwhile_is_stale() {
        Versioned<String> read = new Versioned<>("state", 3);

        assertThat(read.expecting("it", 3)).isEqualTo(read);
        assertThatExceptionOfType(StaleStateException.class)
                .isThrownBy(() -> read.expecting("it", 2))
                .withMessageContaining("version 2");
    }
}
