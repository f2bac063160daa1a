package org.partnershipfund.portfolio.adapter.rest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.partnershipfund.foundation.csv.CsvTable;

/** A whole list as one CSV file: read page after page, never all of it in memory. */
final class Export {

    private static final int AT_ONCE = 1_000;

    private Export() {}

    /**
     * One header and a line for everything.
     *
     * @param name of the file, without its ending
     * @param pages at most so many things behind the one before, in the order of the list; each page is read by itself
     * @param line a record
     */
    static <T, L> Response of(
            String name, Class<L> type, BiFunction<Optional<T>, Integer, List<T>> pages, Function<T, L> line) {
        StreamingOutput lines = body -> {
            var text = new OutputStreamWriter(body, StandardCharsets.UTF_8);
            // What a page has read is let go with its transaction.
            BiFunction<Optional<T>, Integer, List<T>> apart =
                    (after, most) -> QuarkusTransaction.requiringNew().call(() -> pages.apply(after, most));
            Iterable<L> all = () -> new Lines<>(apart, line);
            CsvTable.of(type).write(all, text);
            text.flush();
        };
        return Response.ok(lines)
                .type("text/csv;charset=UTF-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static final class Lines<T, L> implements Iterator<L> {

        private final BiFunction<Optional<T>, Integer, List<T>> pages;
        private final Function<T, L> line;
        private List<T> page = List.of();
        private int place;
        private boolean ended;

        Lines(BiFunction<Optional<T>, Integer, List<T>> pages, Function<T, L> line) {
            this.pages = pages;
            this.line = line;
        }

        @Override
        public boolean hasNext() {
            if (place == page.size() && !ended) {
                page = pages.apply(page.isEmpty() ? Optional.empty() : Optional.of(page.getLast()), AT_ONCE);
                place = 0;
                ended = page.size() < AT_ONCE;
            }
            return place < page.size();
        }

        @Override
        public L next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            place++;
            return line.apply(page.get(place - 1));
        }
    }
}
