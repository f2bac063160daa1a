package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.net.ConnectException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.Sentence;

/** Looks after all relays, one after the other. Whatever fails for one is said once and tried again at the next round. */
final class RelayRounds {

    /** Looks after one relay and answers how it was found. */
    @FunctionalInterface
    interface Care {
        Relays.State tend(Service service) throws IOException, InterruptedException;
    }

    private final Care care;
    private final Consumer<String> say;
    private final Map<Service, String> said = new EnumMap<>(Service.class);

    RelayRounds(Care care, Consumer<String> say) {
        this.care = care;
        this.say = say;
    }

    /** One round. */
    void round() throws InterruptedException {
        for (var service : Service.values()) {
            var news = tend(service);
            if (!news.isEmpty() && !news.equals(said.get(service))) {
                say.accept(news);
            }
            said.put(service, news);
        }
    }

    // A worker or a service that does not answer is its keeper's business; the next round asks again.
    private String tend(Service service) throws InterruptedException {
        try {
            return switch (care.tend(service)) {
                case FAILED -> service.connector() + " had failed and is started again";
                case MISSING -> service.connector() + " was unknown to Connect and is given to it";
                case RUNNING, STARTING, STOPPED -> "";
            };
        } catch (ConnectException e) {
            return "";
        } catch (IOException | RuntimeException e) {
            return service.connector() + " cannot be looked after: " + Sentence.of(e);
        }
    }
}
