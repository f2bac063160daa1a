package org.partnershipfund.foundation.print;

import static org.partnershipfund.foundation.problem.StandardProblem.TEMPORARILY_UNAVAILABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.partnershipfund.foundation.problem.ProblemException;

/** Prints a few pages at a time: each takes some megabytes and a processor for a moment, and anybody may ask. */
public final class Printer {

    private static final int TRY_AGAIN_AFTER_SECONDS = 5;

    private final Semaphore presses;
    private final Duration patience;

    /**
     * A printer.
     *
     * @param atOnce how many are printed at the same time
     * @param patience how long one waits for its turn
     */
    public Printer(int atOnce, Duration patience) {
        this.presses = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * The page as PDF; see {@link PagePdf#of}.
     *
     * @throws ProblemException 503 if too many others wait
     */
    public byte[] print(String page, Instant at) {
        try {
            if (!presses.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return PagePdf.of(page, at);
        } finally {
            presses.release();
        }
    }

    private static ProblemException busy() {
        return ProblemException.retryLater(
                TEMPORARILY_UNAVAILABLE,
                "Many pages are being printed at this moment. Try again in a few seconds, or read the page (Accept: text/html).",
                TRY_AGAIN_AFTER_SECONDS);
    }
}
