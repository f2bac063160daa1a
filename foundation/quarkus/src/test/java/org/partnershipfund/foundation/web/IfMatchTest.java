package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

class IfMatchTest {

    @Test
    void the_etag_that_we_sent_is_a_version() {
        assertThat(IfMatch.version("\"7\"")).isEqualTo(7);
        assertThat(IfMatch.version(" \"123456789012345678\" ")).isEqualTo(123_456_789_012_345_678L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void a_change_without_it_is_428(String header) {
        assertThatThrownBy(() -> IfMatch.version(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(StandardProblem.IF_MATCH_MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "*", "W/\"7\"", "\"7\", \"8\"", "\"-7\"", "\"seven\"", "\"1234567890123456789\"", "\"\""})
    void what_would_let_somebody_change_the_unseen_is_400(String header) {
        assertThatThrownBy(() -> IfMatch.version(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(StandardProblem.INVALID_PARAMETER));
    }
}
