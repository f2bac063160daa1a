package org.partnershipfund.allocation.adapter.plot;

import java.util.ArrayList;
import java.util.List;

/** What a reader must know before anything is concluded, below a plot; broken into lines that fit. */
final class Footnotes {

    private static final int LONGEST = 104;
    private static final int LINE = 16;

    private Footnotes() {}

    /** The notes one after the other, each from a line of its own on. */
    static List<String> lines(List<String> notes) {
        List<String> lines = new ArrayList<>();
        for (String note : notes) {
            var line = new StringBuilder();
            for (String word : note.split(" ", -1)) {
                if (!line.isEmpty() && line.length() + word.length() >= LONGEST) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static void write(Svg svg, List<String> lines, int left, int top) {
        int y = top;
        for (String line : lines) {
            svg.words("text", line, "x", left, "y", y, "font-size", 12, "fill", Ink.QUIET);
            y += LINE;
        }
    }
}
