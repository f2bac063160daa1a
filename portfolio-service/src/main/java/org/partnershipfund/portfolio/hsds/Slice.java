package org.partnershipfund.portfolio.hsds;

import java.util.List;
import java.util.function.Function;

/** Some things of many, from an offset on, and how many there are in all. */
public record Slice<T>(List<T> things, long total) {

    public Slice {
        things = List.copyOf(things);
    }

    /** The same slice of other things. */
    public <R> Slice<R> map(Function<? super T, ? extends R> shape) {
        return new Slice<R>(things.stream().<R>map(shape).toList(), total);
    }
}
