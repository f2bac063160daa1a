package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_name_of_other_characters_is_read_as_it_is() throws Exception {
        assertThat(json.readValue("{\"Đặng\": 1}", NAMED_BY_THE_CALLER)).containsExactly(Map.entry("Đặng", 1));
    }
}
