package org.partnershipfund.foundation.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list, and where the next ones begin.
 *
 * @param next the cursor of the following page; null on the last, and then left out of the answer
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page from the rows that were read for it.
     *
     * @param rows up to {@link Paging#rows()} rows: one more than the page if there are more
     * @param cursor the cursor of a row
     */
    public static <T> Page<T> of(List<T> rows, Paging request, Function<? super T, Cursor> cursor) {
        request.requireHeeded();
        int limit = request.limit();
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).wire());
    }

    /** The same page of other things, such as their JSON shapes. */
    public <R> Page<R> map(Function<? super T, ? extends R> shape) {
        return new Page<R>(items.stream().<R>map(shape).toList(), next);
    }
}
