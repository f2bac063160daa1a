package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.problem.ProblemException;

/** Where a page ended, and what a page is. */
class CursorTest {

    private static final UUID ID = UUID.fromString("018f4a2e-7d3c-7c1a-9b1e-0123456789ab");
    private static final Instant NOON = Instant.parse("2018-12-08T12:00:00Z");

    @Test
    void what_went_out_comes_back() {
        var cursor =
                Cursor.parse(Cursor.at("O'Bryant, \"Roxbury\"", ID, NOON, 42L).wire());

        assertThat(cursor.text(0)).isEqualTo("O'Bryant, \"Roxbury\"");
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.instant(2)).isEqualTo(NOON);
        assertThat(cursor.number(3)).isEqualTo(42);
    }

    @Test
    void it_is_safe_in_an_address() {
        assertThat(Cursor.at("ünïcode/?&=+ 漢字", ID).wire()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "a b", "====", "\u00e9", "gICA"})
    void what_we_never_sent_is_400(String wire) {
        assertThatThrownBy(() -> Cursor.parse(wire)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_cursor_of_another_list_is_400() {
        var cursor = Cursor.parse(Cursor.at("Mather").wire());

        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_page_knows_its_next_by_the_row_too_many() {
        var request = PageRequest.of(2, null);

        assertThat(request.rows()).isEqualTo(3);
        assertThat(Page.of(List.of("a", "b", "c"), request, Cursor::at))
                .isEqualTo(new Page<>(List.of("a", "b"), Cursor.at("b").wire()));
        assertThat(Page.of(List.of("a", "b"), request, Cursor::at)).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(new Page<>(List.of("a"), "next").map(String::length)).isEqualTo(new Page<>(List.of(1), "next"));
    }
}
