package org.partnershipfund.allocation.adapter.plot;

import java.util.List;
import java.util.Locale;
import org.partnershipfund.allocation.equity.Changes;
import org.partnershipfund.allocation.equity.Changes.SchoolChange;

/**
 * A bar per school, by name: to the left and hatched what it loses, to the right and filled what it gains, each with its
 * amount in figures.
 */
final class ChangeBars {

    private static final int WIDTH = 900;
    private static final int NAMES = 290;
    private static final int AMOUNTS = 110;
    private static final int TOP = 104;
    private static final int ROW = 16;
    private static final int BAR = 10;
    private static final int LONGEST_NAME = 42;
    private static final int CENTS = 100;
    private static final int BELOW = 24;

    private final Changes changes;
    private final Axis axis;
    private final List<String> footnotes;

    ChangeBars(Changes changes) {
        this.changes = changes;
        this.axis = Axis.covering(
                "Dollars",
                Math.min(0, dollars(changes.schools().getFirst())),
                Math.max(0, dollars(changes.schools().getLast())),
                Plots::dollars);
        this.footnotes = Footnotes.lines(changes.caveats());
    }

    String document() {
        int bottom = TOP + ROW * changes.schools().size();
        String title = "What each school gains or loses, %s to %s"
                .formatted(changes.notice().year(), changes.scenario().year());
        var svg = new Svg(WIDTH, bottom + BELOW * 2 + ROW * footnotes.size(), title, description());
        pattern(svg);
        svg.words("text", title, "x", 20, "y", 30, "font-size", 18, "font-weight", "bold");
        legend(svg);
        grid(svg, bottom);
        int y = TOP;
        for (SchoolChange school : changes.schools()) {
            bar(svg, school, y);
            y += ROW;
        }
        Footnotes.write(svg, footnotes, 20, bottom + BELOW + ROW);
        return svg.document();
    }

    private String description() {
        return "Schools that gain: %,d, %s in all; that lose: %,d, %s in all; that do neither: %,d. All together %s before and %s after."
                .formatted(
                        changes.gain().schools(),
                        changes.gain().amount(),
                        changes.loss().schools(),
                        changes.loss().amount(),
                        changes.unchanged(),
                        changes.before(),
                        changes.after());
    }

    private void legend(Svg svg) {
        svg.empty("rect", "x", 20, "y", 45, "width", 30, "height", BAR, "fill", "url(#loss)", "stroke", Ink.BEFORE);
        svg.words(
                "text",
                "loses: %,d schools, %s"
                        .formatted(changes.loss().schools(), changes.loss().amount()),
                "x",
                58,
                "y",
                54,
                "font-size",
                13);
        svg.empty("rect", "x", 320, "y", 45, "width", 30, "height", BAR, "fill", Ink.AFTER, "stroke", Ink.AFTER);
        svg.words(
                "text",
                "gains: %,d schools, %s"
                        .formatted(changes.gain().schools(), changes.gain().amount()),
                "x",
                358,
                "y",
                54,
                "font-size",
                13);
    }

    private void grid(Svg svg, int bottom) {
        for (double tick : axis.ticks()) {
            double x = x(tick);
            svg.empty(
                    "line", "x1", x, "y1", TOP - 8, "x2", x, "y2", bottom, "stroke", tick == 0 ? Ink.QUIET : Ink.GRID);
            svg.words(
                    "text", axis.words().apply(tick), "x", x, "y", TOP - 14, "font-size", 11, "text-anchor", "middle");
        }
    }

    private void bar(Svg svg, SchoolChange school, int y) {
        double change = dollars(school);
        double from = x(Math.min(0, change));
        double to = x(Math.max(0, change));
        svg.words(
                "text", shortened(school.name()), "x", NAMES - 10, "y", y + BAR, "font-size", 11, "text-anchor", "end");
        svg.open(
                "rect",
                "x",
                from,
                "y",
                y + 1,
                "width",
                to - from,
                "height",
                BAR,
                "fill",
                change < 0 ? "url(#loss)" : Ink.AFTER,
                "stroke",
                change < 0 ? Ink.BEFORE : Ink.AFTER);
        svg.words("title", "%s: %s before, %s after".formatted(school.name(), school.before(), school.after()));
        svg.close();
        svg.words("text", signed(change), "x", WIDTH - 12, "y", y + BAR, "font-size", 11, "text-anchor", "end");
    }

    private static void pattern(Svg svg) {
        svg.open("defs");
        svg.open(
                "pattern",
                "id",
                "loss",
                "width",
                5,
                "height",
                5,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        svg.empty("rect", "width", 5, "height", 5, "fill", "#ffffff");
        svg.empty("rect", "width", 2, "height", 5, "fill", Ink.BEFORE);
        svg.close();
        svg.close();
    }

    private double x(double dollars) {
        return NAMES + axis.place(dollars) * (WIDTH - NAMES - AMOUNTS);
    }

    private static double dollars(SchoolChange school) {
        return (double) school.change().cents() / CENTS;
    }

    private static String signed(double dollars) {
        return dollars > 0
                ? String.format(Locale.ROOT, "+$%,.0f", dollars)
                : dollars < 0 ? String.format(Locale.ROOT, "-$%,.0f", -dollars) : "$0";
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
