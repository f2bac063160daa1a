package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.net.ConnectException;
import java.util.function.Consumer;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.Sentence;

/**
 * Looks after one relay. Whatever fails is said once and tried again: at the next round, and after more and more rounds
 * while it keeps failing, because a repair that fails at its end may have published a whole log.
 */
final class RelayRounds {

    /** Rounds that are left out at most: with one every two seconds about half a minute. */
    private static final int LONGEST_PAUSE = 15;

    /** Looks after one relay and answers how it was found. */
    @FunctionalInterface
    interface Care {
        Relays.State tend(Service service) throws IOException, InterruptedException;
    }

    private final Service service;
    private final Care care;
    private final Consumer<String> say;
    private String said = "";
    private int pause;
    private int leftOut;

    RelayRounds(Service service, Care care, Consumer<String> say) {
        this.service = service;
        this.care = care;
        this.say = say;
    }

    /** One round. */
    void round() throws InterruptedException {
        if (leftOut < pause) {
            leftOut++;
            return;
        }
        leftOut = 0;
        var news = tend();
        if (!news.isEmpty() && !news.equals(said)) {
            say.accept(news);
        }
        said = news;
    }

    // A worker or a service that does not answer is its keeper's business; the next round asks again.
    private String tend() throws InterruptedException {
        try {
            var found = care.tend(service);
            pause = 0;
            return switch (found) {
                case FAILED -> service.connector() + " had failed and is started again";
                case MISSING -> service.connector() + " was unknown to Connect and is given to it";
                case RUNNING, STARTING, STOPPED -> "";
            };
        } catch (ConnectException e) {
            return "";
        } catch (IOException | RuntimeException e) {
            pause = Math.min(LONGEST_PAUSE, 2 * pause + 1);
            return service.connector() + " cannot be looked after: " + Sentence.of(e);
        }
    }
}
