package org.partnershipfund.allocation.adapter.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One axis of a plot.
 *
 * @param label what it measures, with its unit
 * @param from the value at its beginning
 * @param to the value at its end; more than {@code from}
 * @param ticks the values that are written at it
 * @param words how a value is written
 */
record Axis(String label, double from, double to, List<Double> ticks, DoubleFunction<String> words) {

    private static final int ABOUT = 5;

    Axis {
        ticks = List.copyOf(ticks);
        if (!(to > from)) {
            throw new IllegalArgumentException("axis '%s' goes from %s to %s".formatted(label, from, to));
        }
    }

    /** From {@code least} to {@code greatest} or a little further, with about five round values. */
    static Axis covering(String label, double least, double greatest, DoubleFunction<String> words) {
        double width = greatest > least ? greatest - least : 1;
        double step = roundUp(width / ABOUT);
        long first = (long) Math.floor(least / step);
        long last = Math.max((long) Math.ceil(greatest / step), first + 1);
        List<Double> ticks = new ArrayList<>();
        for (long tick = first; tick <= last; tick++) {
            ticks.add(tick * step);
        }
        return new Axis(label, first * step, last * step, ticks, words);
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    double place(double value) {
        return (value - from) / (to - from);
    }

    /** 1, 2 or 5 times a power of ten, not less than the value. */
    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double lead = value / power;
        if (lead <= 1) {
            return power;
        }
        return lead <= 2 ? 2 * power : lead <= 5 ? 5 * power : 10 * power;
    }
}
