package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller would like to be answered in is read, or refused. */
class AcceptHeaderTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "text/csv;q=0.5",
                "application/json; charset=utf-8; q=1.000",
                "application/cloudevents-batch+json",
                "text/html;level=\"1\"",
                "text/csv;",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
            })
    void a_media_type_is_left_as_it_is(String accept) {
        headers.add("Accept", accept);

        assertThat(AcceptHeader.tidy(headers)).isEmpty();
        assertThat(headers.getAll("Accept")).containsExactly(accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1]/", "json", "/", ";", "a/b/c", "text/csv;q=abc", "text/csv;q=2", "a b/c"})
    void what_is_no_media_type_is_refused_by_its_name(String accept) {
        headers.add("Accept", "text/csv, " + accept);

        assertThat(AcceptHeader.tidy(headers)).hasValueSatisfying(refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.detail()).contains("Accept", accept);
        });
    }

    @Test
    void several_headers_become_one_and_empty_ones_none() {
        headers.add("Accept", "application/*").add("Accept", "").add("Accept", "text/csv;q=0.1, ,");

        assertThat(AcceptHeader.tidy(headers)).isEmpty();
        assertThat(headers.getAll("Accept")).containsExactly("application/*, text/csv;q=0.1");
        headers.set("Accept", " ");
        assertThat(AcceptHeader.tidy(headers)).isEmpty();
        assertThat(headers.contains("Accept")).isFalse();
    }
}
