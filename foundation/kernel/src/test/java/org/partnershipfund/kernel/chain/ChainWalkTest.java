package org.partnershipfund.kernel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.chain.ChainWalk.Broken;
import org.partnershipfund.kernel.chain.ChainWalk.Link;
import org.partnershipfund.kernel.chain.ChainWalk.Mark;

/** Whoever walks a chain finds the first place at which it is not what was sealed. */
class ChainWalkTest {

    private static final HexFormat HEX = HexFormat.of();

    private static List<LoggedRow> rows(int count) {
        List<LoggedRow> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(new LoggedRow(i % 3 == 0 ? "event" : "audit", i * 10L, List.of("row " + i, "decided")));
        }
        return rows;
    }

    private static List<Link> sealed(List<LoggedRow> rows) {
        List<Link> links = new ArrayList<>();
        byte[] previous = Chain.beginning();
        for (LoggedRow row : rows) {
            long position = links.size() + 1L;
            byte[] hash = Chain.link(previous, position, row);
            links.add(new Link(position, row.log(), row.seq(), HEX.formatHex(previous), HEX.formatHex(hash)));
            previous = hash;
        }
        return links;
    }

    private static Optional<Broken> walked(ChainWalk walk, List<Link> links, List<LoggedRow> rows) {
        for (int i = 0; i < links.size(); i++) {
            Optional<Broken> broken = walk.next(links.get(i), rows.get(i));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    @Property(tries = 200)
    void a_chain_that_nobody_touched_holds_to_its_end(@ForAll @IntRange(max = 30) int length) {
        var walk = new ChainWalk();
        List<LoggedRow> rows = rows(length);

        assertThat(walked(walk, sealed(rows), rows)).isEmpty();
        assertThat(walk.reached().position()).isEqualTo(length);
    }

    @Property(tries = 200)
    void the_first_changed_row_is_named(@ForAll @IntRange(min = 1, max = 30) int length, @ForAll @IntRange int any) {
        List<LoggedRow> rows = rows(length);
        List<Link> links = sealed(rows);
        int place = Math.floorMod(any, length);
        rows.set(place, new LoggedRow(rows.get(place).log(), rows.get(place).seq(), List.of("forged", "decided")));

        assertThat(walked(new ChainWalk(), links, rows)).hasValueSatisfying(broken -> {
            assertThat(broken.position()).isEqualTo(place + 1L);
            assertThat(broken.why()).isEqualTo("its row was changed");
        });
    }

    @Property(tries = 200)
    void a_removed_link_is_named_at_the_gap(
            @ForAll @IntRange(min = 2, max = 30) int length, @ForAll @IntRange int any) {
        List<LoggedRow> rows = rows(length);
        List<Link> links = sealed(rows);
        int place = Math.floorMod(any, length - 1);
        var _ = rows.remove(place);
        var _ = links.remove(place);

        assertThat(walked(new ChainWalk(), links, rows))
                .map(Broken::why)
                .contains("position %d is missing".formatted(place + 1));
    }

    @Property(tries = 200)
    void two_rows_that_change_places_are_found_at_the_first_of_them(
            @ForAll @IntRange(min = 2, max = 30) int length, @ForAll @IntRange int any) {
        List<LoggedRow> rows = rows(length);
        List<Link> links = sealed(rows);
        int place = Math.floorMod(any, length - 1);
        Collections.swap(rows, place, place + 1);

        assertThat(walked(new ChainWalk(), links, rows)).map(Broken::position).contains(place + 1L);
    }

    @Test
    void a_row_that_is_no_longer_there_is_named() {
        List<LoggedRow> rows = rows(1);

        assertThat(new ChainWalk().next(sealed(rows).getFirst(), null).map(Broken::why))
                .contains("its row is gone");
    }

    @Test
    void a_chain_that_was_made_anew_contradicts_the_hash_that_was_noted_before() {
        List<LoggedRow> before = rows(3);
        Mark noted = new Mark(3, sealed(before).getLast().hash());
        List<LoggedRow> forged = rows(3);
        forged.set(1, new LoggedRow("audit", 20, List.of("forged", "decided")));
        var walk = new ChainWalk();

        assertThat(walked(walk, sealed(forged), forged)).isEmpty();
        assertThat(walk.contradicts(noted)).isTrue();
        assertThat(walk.contradicts(new Mark(2, "another place"))).isFalse();
    }
}
