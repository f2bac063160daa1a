package org.partnershipfund.local.demo;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.util.Locale;

/** What the audience reads: chapters, what happened, and that something is still happening. */
final class Narrator {

    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private final PrintStream out;
    private final long began = System.nanoTime();
    private long lastWord = began;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** Begins a part of the story. */
    void chapter(String title) {
        line("");
        line(title);
        line("-".repeat(title.length()));
    }

    /** The rule of a chapter, in our words, and where the memo says it. */
    void rule(String words, String memo) {
        line("Rule: " + words + " (memo: " + memo + ")");
    }

    /** One thing that happened. */
    @FormatMethod
    void tell(String format, Object... values) {
        line(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), String.format(Locale.ROOT, format, values)));
    }

    /** The same, only if nothing was said for two seconds. */
    @FormatMethod
    synchronized void stillAt(String format, Object... values) {
        if (System.nanoTime() - lastWord >= PATIENCE_NANOS) {
            tell("... %s", String.format(Locale.ROOT, format, values));
        }
    }

    /** A line of a table. */
    synchronized void line(String text) {
        out.println(text);
        lastWord = System.nanoTime();
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
