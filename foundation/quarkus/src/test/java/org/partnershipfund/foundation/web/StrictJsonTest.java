package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.problem.StorableValues;

/** What no text column could keep is refused wherever it stands in a body. */
class StrictJsonTest {

    private static final TypeReference<Map<String, Integer>> NAMED_BY_THE_CALLER = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    @Test
    void a_name_with_the_character_nul_is_refused_like_a_value_with_it() {
        assertThatThrownBy(() -> json.readValue("{\"a\\u0000b\": 1}", NAMED_BY_THE_CALLER))
                .hasStackTraceContaining(StorableValues.NUL_REASON);
    }

    private record Decision(String outcome, @Nullable String remark) {}

    @Test
    void what_there_is_not_is_left_out_of_an_answer() throws Exception {
        assertThat(json.writeValueAsString(new Decision("approved", null))).isEqualTo("{\"outcome\":\"approved\"}");
    }

    @Test
    void a_name_of_other_characters_is_read_as_it_is() throws Exception {
        assertThat(json.readValue("{\"Đặng\": 1}", NAMED_BY_THE_CALLER)).containsExactly(Map.entry("Đặng", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1546441200",
                "1.5",
                "\"0\"",
                "\"1546441200\"",
                "[2019, 1, 2]",
                "true",
                "\"\"",
                "\"2019-13-02\""
            })
    void what_is_not_written_as_a_date_or_an_instant_is_none(String value) {
        for (Class<?> type : List.of(LocalDate.class, Instant.class)) {
            assertThatThrownBy(() -> json.readValue(value, type)).isInstanceOf(MismatchedInputException.class);
        }
    }

    @Test
    void a_date_and_an_instant_are_read_as_they_are_written() throws Exception {
        assertThat(json.readValue("\"2019-01-02\"", LocalDate.class)).isEqualTo(LocalDate.of(2019, 1, 2));
        assertThat(json.readValue("\"2019-01-02T15:00:00Z\"", Instant.class))
                .isEqualTo(Instant.parse("2019-01-02T15:00:00Z"));
        assertThat(json.readValue("null", Instant.class)).isNull();
    }

    private record Names(List<String> names, Map<String, Integer> counts) {}

    @ParameterizedTest
    @ValueSource(strings = {"{\"names\": [\"one\", null]}", "{\"counts\": {\"one\": null}}"})
    void an_empty_place_in_a_list_or_a_map_is_refused(String value) {
        assertThatThrownBy(() -> json.readValue(value, Names.class)).isInstanceOf(MismatchedInputException.class);
    }
}
