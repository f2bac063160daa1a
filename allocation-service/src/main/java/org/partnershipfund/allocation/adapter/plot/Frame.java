package org.partnershipfund.allocation.adapter.plot;

import java.util.List;
import java.util.stream.Collectors;

/** A plot with a heading, two axes with words and grid, a legend and footnotes. Coordinates are those of the axes. */
final class Frame {

    static final int WIDTH = 760;

    private static final int LEFT = 86;
    private static final int RIGHT = 30;
    private static final int TOP = 96;
    private static final int PLOT = 380;
    private static final int BELOW = 64;
    private static final int LINE = 16;
    private static final double MARK = 4;

    private final Axis across;
    private final Axis up;
    private final Svg svg;
    private final List<String> footnotes;
    private int legends;

    Frame(String title, String description, Axis across, Axis up, List<String> notes) {
        this.across = across;
        this.up = up;
        this.footnotes = Footnotes.lines(notes);
        this.svg = new Svg(WIDTH, TOP + PLOT + BELOW + LINE * footnotes.size() + LINE, title, description);
        svg.words("text", title, "x", LEFT, "y", 30, "font-size", 18, "font-weight", "bold");
        grid();
    }

    /** A line through points; each is x and y. */
    void line(List<double[]> points, String colour, String dashes, double width) {
        svg.empty(
                "polyline",
                "points",
                points.stream()
                        .map(point -> Svg.at(x(point[0])) + "," + Svg.at(y(point[1])))
                        .collect(Collectors.joining(" ")),
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                width,
                "stroke-dasharray",
                dashes,
                "stroke-linejoin",
                "round");
    }

    /** A filled disc with words that are shown when it is pointed at. */
    void disc(double across, double up, String words) {
        disc(x(across), y(up));
        titled(words);
    }

    /** A hollow diamond with such words. */
    void diamond(double across, double up, String words) {
        diamond(x(across), y(up));
        titled(words);
    }

    /** A line of the legend with a sample of its line. */
    void legendLine(String words, String colour, String dashes, double width) {
        double middle = legend(words);
        svg.empty(
                "line",
                "x1",
                LEFT,
                "y1",
                middle,
                "x2",
                LEFT + 40,
                "y2",
                middle,
                "stroke",
                colour,
                "stroke-width",
                width,
                "stroke-dasharray",
                dashes);
    }

    /** A line of the legend with a disc. */
    void legendDisc(String words) {
        disc(LEFT + 20, legend(words));
        svg.close();
    }

    /** A line of the legend with a diamond. */
    void legendDiamond(String words) {
        diamond(LEFT + 20, legend(words));
        svg.close();
    }

    /** The document, with its footnotes. */
    String document() {
        Footnotes.write(svg, footnotes, LEFT, TOP + PLOT + BELOW);
        return svg.document();
    }

    private void disc(double x, double y) {
        svg.open("circle", "cx", x, "cy", y, "r", MARK, "fill", Ink.AFTER, "fill-opacity", "0.85");
    }

    private void diamond(double x, double y) {
        double reach = MARK + 1;
        svg.open(
                "path",
                "d",
                "M%s %sL%s %sL%s %sL%s %sZ"
                        .formatted(
                                Svg.at(x - reach),
                                Svg.at(y),
                                Svg.at(x),
                                Svg.at(y - reach),
                                Svg.at(x + reach),
                                Svg.at(y),
                                Svg.at(x),
                                Svg.at(y + reach)),
                "fill",
                "none",
                "stroke",
                Ink.BEFORE,
                "stroke-width",
                "1.5");
    }

    private void titled(String words) {
        svg.words("title", words);
        svg.close();
    }

    private double legend(String words) {
        double middle = 48.0 + LINE * legends;
        legends++;
        svg.words("text", words, "x", LEFT + 50, "y", middle + 4, "font-size", 13);
        return middle;
    }

    private void grid() {
        for (double tick : across.ticks()) {
            double x = x(tick);
            svg.empty("line", "x1", x, "y1", TOP, "x2", x, "y2", TOP + PLOT, "stroke", Ink.GRID);
            svg.words(
                    "text",
                    across.words().apply(tick),
                    "x",
                    x,
                    "y",
                    TOP + PLOT + 18,
                    "font-size",
                    12,
                    "text-anchor",
                    "middle");
        }
        for (double tick : up.ticks()) {
            double y = y(tick);
            svg.empty("line", "x1", LEFT, "y1", y, "x2", WIDTH - RIGHT, "y2", y, "stroke", Ink.GRID);
            svg.words("text", up.words().apply(tick), "x", LEFT - 8, "y", y + 4, "font-size", 12, "text-anchor", "end");
        }
        svg.words(
                "text",
                across.label(),
                "x",
                (LEFT + WIDTH - RIGHT) / 2,
                "y",
                TOP + PLOT + 42,
                "font-size",
                13,
                "text-anchor",
                "middle");
        int middle = TOP + PLOT / 2;
        svg.words(
                "text",
                up.label(),
                "x",
                20,
                "y",
                middle,
                "font-size",
                13,
                "text-anchor",
                "middle",
                "transform",
                "rotate(-90 20 %d)".formatted(middle));
    }

    private double x(double value) {
        return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + PLOT - up.place(value) * PLOT;
    }
}
