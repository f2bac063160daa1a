package org.partnershipfund.kernel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The chain's promise: no row can be changed, moved or split differently without changing its link. */
class ChainTest {

    @Provide
    Arbitrary<LoggedRow> rows() {
        Arbitrary<List<@Nullable String>> columns = Arbitraries.strings()
                .ofMaxLength(6)
                .injectNull(0.2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of("event", "audit"), Arbitraries.longs().between(1, 50), columns)
                .as(LoggedRow::new);
    }

    @Property
    void different_rows_have_different_bytes(@ForAll("rows") LoggedRow one, @ForAll("rows") LoggedRow other) {
        boolean same = one.equals(other);

        assertThat(Arrays.equals(one.canonicalBytes(), other.canonicalBytes())).isEqualTo(same);
    }

    @Property
    void a_row_linked_elsewhere_has_another_hash(
            @ForAll("rows") LoggedRow row, @ForAll @LongRange(min = 1, max = 1_000) long position) {
        byte[] here = Chain.link(Chain.beginning(), position, row);

        assertThat(Chain.link(Chain.beginning(), position + 1, row)).isNotEqualTo(here);
        assertThat(Chain.link(here, position, row)).isNotEqualTo(here);
    }

    @Property
    void a_change_anywhere_changes_the_last_hash(
            @ForAll @Size(min = 1, max = 20) List<@net.jqwik.api.From("rows") LoggedRow> log,
            @ForAll @IntRange(max = 1_000) int chosen) {
        int where = chosen % log.size();
        List<LoggedRow> changed = new ArrayList<>(log);
        LoggedRow row = log.get(where);
        List<@Nullable String> columns = new ArrayList<>(row.columns());
        columns.set(0, columns.getFirst() + "!");
        changed.set(where, new LoggedRow(row.log(), row.seq(), columns));

        assertThat(lastHash(changed)).isNotEqualTo(lastHash(log));
    }

    @Test
    void the_canonical_bytes_never_change() {
        List<@Nullable String> columns = new ArrayList<>(List.of("a", "é"));
        columns.add(null);
        LoggedRow row = new LoggedRow("event", 7, columns);

        assertThat(row.canonicalBytes())
                .asHexString()
                .isEqualTo("00000005" + "6576656E74" + "0000000000000007" + "00000003" + "00000001" + "61" + "00000002"
                        + "C3A9" + "FFFFFFFF");
    }

    private static byte[] lastHash(List<LoggedRow> log) {
        byte[] hash = Chain.beginning();
        long position = 0;
        for (LoggedRow row : log) {
            hash = Chain.link(hash, ++position, row);
        }
        return hash;
    }
}
