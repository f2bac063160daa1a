package org.partnershipfund.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A value that is refused when it is used, and not while it is read. */
class InvalidValuesTest {

    @Test
    void is_told_with_its_field_as_one_that_is_refused_while_it_is_read() {
        var refused = InvalidValues.problem(new InvalidValueException("price", "§", "it must be base64"));

        assertThat(refused.problem()).isEqualTo(StandardProblem.INVALID_REQUEST);
        assertThat(refused.violations()).containsExactly(new Violation("price", "§", "it must be base64"));
    }
}
