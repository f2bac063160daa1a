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
import org.partnershipfund.kernel.SchoolCode;

/** Where a page ended, and what a page is. */
class CursorTest {

    private static final UUID ID = UUID.fromString("018f4a2e-7d3c-7c1a-9b1e-0123456789ab");
    private static final Instant NOON = Instant.parse("2018-12-08T12:00:00Z");

    @Test
    void a_cursor_that_no_row_of_ours_can_have_is_refused() {
        var withNul = Cursor.at("a\0b").wire();
        var beyondTheCalendar = Cursor.parse(Cursor.at("+10000-01-01T00:00:00Z").wire());

        assertThatThrownBy(() -> Cursor.parse(withNul)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> beyondTheCalendar.instant(0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_place_beyond_every_row_is_behind_the_last_one() {
        assertThat(Cursor.parse(Cursor.at(Long.MAX_VALUE).wire()).place(0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Cursor.parse(Cursor.at(-1L).wire()).place(0)).isZero();
        assertThat(Cursor.parse(Cursor.at(7).wire()).place(0)).isEqualTo(7);
    }

    @Test
    void a_school_comes_back_and_nothing_else_passes_for_one() {
        var perkins = new SchoolCode("00350231");
        var nobody = Cursor.parse(Cursor.at("350231").wire());

        assertThat(Cursor.parse(Cursor.at(perkins).wire()).school(0)).isEqualTo(perkins);
        assertThatThrownBy(() -> nobody.school(0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_list_that_ignores_what_it_was_asked_is_a_bug() {
        var request = new PageRequest();
        request.modifiedAfter = NOON;

        assertThatThrownBy(() -> Page.of(List.of("row"), request, Cursor::at))
                .isInstanceOf(IllegalStateException.class);

        assertThat(request.modifiedAfter()).contains(NOON);
        assertThat(Page.of(List.of("row"), request, Cursor::at).items()).containsExactly("row");
    }

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
        var request = Paging.of(2, null);

        assertThat(request.rows()).isEqualTo(3);
        assertThat(Page.of(List.of("a", "b", "c"), request, Cursor::at))
                .isEqualTo(new Page<>(List.of("a", "b"), Cursor.at("b").wire()));
        assertThat(Page.of(List.of("a", "b"), request, Cursor::at)).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(new Page<>(List.of("a"), "next").map(String::length)).isEqualTo(new Page<>(List.of(1), "next"));
    }
}
