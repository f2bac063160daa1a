package org.partnershipfund.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.chain.ChainWalk.Mark;

/** What was published must agree with the chain; a recorded restoration excuses what went with it, and nothing else. */
class NotesTest {

    private static final Instant BEFORE = Instant.parse("2026-11-23T09:59:00Z");
    private static final Instant BACKUP = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant AFTER_THE_BACKUP = Instant.parse("2026-11-23T10:30:00Z");
    private static final Instant RECORDED = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T11:30:00Z");

    private static final Restoration RESTORATION = new Restoration(77, RECORDED, BACKUP, 5, "the disk broke");

    /** The chain has hash {@code new-N} at position N, up to 9. */
    private static Optional<Mark> contradiction(Notes notes) {
        for (long position = 1; position <= 9; position++) {
            var found = notes.compare(new Mark(position, "new-" + position));
            if (found.isPresent()) {
                return found;
            }
        }
        return notes.beyondTheEnd();
    }

    private static Noted noted(long position, String hash, Instant at) {
        return new Noted(position, hash, at);
    }

    @Test
    void what_agrees_is_counted() {
        var notes = new Notes(List.of(noted(9, "new-9", LATER), noted(5, "new-5", BEFORE)), List.of());

        assertThat(contradiction(notes)).isEmpty();
        assertThat(notes.agreeing()).isEqualTo(2);
    }

    @Test
    void lost_rows_look_like_tampering_until_the_restoration_is_recorded() {
        var published = List.of(noted(5, "new-5", BEFORE), noted(7, "old-7", AFTER_THE_BACKUP));

        assertThat(contradiction(new Notes(published, List.of()))).contains(new Mark(7, "old-7"));

        var notes = new Notes(published, List.of(RESTORATION));
        assertThat(contradiction(notes)).isEmpty();
        assertThat(notes.agreeing()).isEqualTo(1);
        assertThat(notes.excused()).containsEntry(RESTORATION, 1);
    }

    @Test
    void what_was_published_behind_the_end_of_the_restored_chain_is_excused_too() {
        var published = List.of(noted(12, "old-12", AFTER_THE_BACKUP));

        assertThat(contradiction(new Notes(published, List.of()))).contains(new Mark(12, "old-12"));
        assertThat(contradiction(new Notes(published, List.of(RESTORATION)))).isEmpty();
    }

    @Test
    void a_position_that_was_given_twice_must_agree_with_what_was_published_since() {
        var both = List.of(noted(7, "old-7", AFTER_THE_BACKUP), noted(7, "new-7", LATER));

        var notes = new Notes(both, List.of(RESTORATION));

        assertThat(contradiction(notes)).isEmpty();
        assertThat(notes.agreeing()).isEqualTo(1);
    }

    @Test
    void rows_that_were_rewritten_after_the_restoration_are_not_excused_by_it() {
        var published = List.of(noted(7, "other-7", LATER));

        assertThat(contradiction(new Notes(published, List.of(RESTORATION)))).contains(new Mark(7, "other-7"));
    }

    @Test
    void rows_that_were_rewritten_in_the_backup_are_not_excused_by_it() {
        var published = List.of(noted(4, "other-4", BEFORE), noted(5, "new-5", BEFORE));

        assertThat(contradiction(new Notes(published, List.of(RESTORATION)))).contains(new Mark(4, "other-4"));
    }

    @Test
    void a_row_that_claims_to_share_nothing_with_what_was_published_excuses_nothing_older_than_its_backup() {
        var forged = new Restoration(77, RECORDED, BACKUP, 0, "none of your business");
        var published = List.of(noted(4, "other-4", Instant.parse("2026-03-02T10:00:00Z")));

        assertThat(contradiction(new Notes(published, List.of(forged)))).contains(new Mark(4, "other-4"));
    }

    @Test
    void a_chain_that_is_cut_off_after_the_restoration_is_found() {
        var published = List.of(noted(12, "new-12", LATER));

        assertThat(contradiction(new Notes(published, List.of(RESTORATION)))).contains(new Mark(12, "new-12"));
    }

    @Test
    void a_restoration_that_was_recorded_in_the_future_is_refused() throws SQLException {
        var state = "{\"restoredTo\": \"%s\", \"sharedPosition\": 5, \"reason\": \"the disk broke\"}".formatted(BACKUP);

        assertThat(Restoration.of(77, RECORDED, state, LATER)).isEqualTo(RESTORATION);
        assertThatThrownBy(() -> Restoration.of(77, LATER, state, RECORDED))
                .isInstanceOf(SQLException.class)
                .hasMessage("audit_log, seq 77 says that a restoration was recorded in the future, " + LATER);
    }

    @Test
    void a_restoration_that_excuses_nothing_is_named_all_the_same() {
        var notes = new Notes(List.of(), List.of(RESTORATION));

        assertThat(contradiction(notes)).isEmpty();
        assertThat(notes.excused()).containsEntry(RESTORATION, 0);
        assertThat(RESTORATION.sentence(0))
                .contains("the disk broke", "audit_log, seq 77", "position 5", BACKUP.toString());
    }
}
