package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.problem.StandardProblem.TEMPORARILY_UNAVAILABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.partnershipfund.foundation.problem.ProblemException;

/** Prints a few letters at a time: each takes some megabytes and a processor for a moment, and anybody may ask. */
final class Printer {

    private static final int TRY_AGAIN_AFTER_SECONDS = 5;

    private final Semaphore presses;
    private final Duration patience;

    /**
     * A printer.
     *
     * @param atOnce how many letters are printed at the same time
     * @param patience how long a letter waits for its turn
     */
    Printer(int atOnce, Duration patience) {
        this.presses = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * The page as PDF; see {@link LetterPdf#of}.
     *
     * @throws ProblemException 503 if too many others wait
     */
    byte[] print(String page, Instant at) {
        try {
            if (!presses.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return LetterPdf.of(page, at);
        } finally {
            presses.release();
        }
    }

    private static ProblemException busy() {
        return ProblemException.retryLater(
                TEMPORARILY_UNAVAILABLE,
                "Many letters are being printed at this moment. Try again in a few seconds, or read the page (Accept: text/html).",
                TRY_AGAIN_AFTER_SECONDS);
    }
}
