package org.partnershipfund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 parents", "1, 1 parent", "2, 2 parents"})
    void one_is_singular_and_nothing_else(long number, String words) {
        assertThat(Words.count(number, "parent")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2018-01-10T23:05:59Z; 10 January 2018, 18:05 EST",
                "2018-07-01T04:00:00Z; 1 July 2018, 00:00 EDT",
                "2018-03-11T06:59:00Z; 11 March 2018, 01:59 EST",
                "2018-03-11T07:00:00Z; 11 March 2018, 03:00 EDT"
            })
    void a_time_is_the_districts_with_its_zone(Instant at, String words) {
        assertThat(Words.time(at)).isEqualTo(words);
    }
}
