package org.partnershipfund.local.supervise;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.partnershipfund.local.process.Sentence;

/** What is done again and again until the suite ends, each in a thread of its own. */
final class Chores {

    private final CountDownLatch ended = new CountDownLatch(1);

    /** One round. */
    @FunctionalInterface
    interface Chore {
        void round() throws Exception;
    }

    /** Does it after every pause, from now on. A round that fails is told to the supervisor's log; the next one comes. */
    void again(String name, Duration pause, Chore chore) {
        var _ = Thread.ofVirtual().name(name).start(() -> {
            try {
                var told = "";
                while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    told = round(name, chore, told);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** No round begins any more. */
    void end() {
        ended.countDown();
    }

    /** Returns when {@link #end} was called. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    // The same trouble in every round is told once.
    private static String round(String name, Chore chore, String told) throws InterruptedException {
        try {
            chore.round();
            return "";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            var trouble = "%s: %s".formatted(name, Sentence.of(e));
            if (!trouble.equals(told)) {
                System.err.println(trouble);
            }
            return trouble;
        }
    }
}
