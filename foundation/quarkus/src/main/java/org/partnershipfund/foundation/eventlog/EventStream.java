package org.partnershipfund.foundation.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Tells events to those who keep listening. One thread reads for all of them, each from its own place, and only as
 * fast as its connection takes: a reader that does not read costs one batch, never more.
 */
@Singleton
public class EventStream {

    /** How many events are read at once for one reader: also the most that wait for its connection. */
    private static final int BATCH = 20;

    private static final int TRY_AGAIN_AFTER_SECONDS = 10;

    private final EventFeed feed;
    private final EventSettings settings;
    private final Worker worker;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Clock real = Clock.systemUTC();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** A stopping server first waits for requests under way, and an open stream is one: so it hears of it directly. */
    private final Thread atExit = Thread.ofPlatform().unstarted(this::endAll);

    @Inject
    EventStream(EventFeed feed, EventSettings settings, MeterRegistry registry) {
        this.feed = feed;
        this.settings = settings;
        this.worker = new Worker("event-stream", settings.streamWhenIdle(), this::tell);
        Gauge.builder("fund.events.stream.readers", readers, Set::size)
                .description("Open streams of events")
                .strongReference(true)
                .register(registry);
    }

    void start(@Observes StartupEvent starting) {
        Runtime.getRuntime().addShutdownHook(atExit);
        worker.start();
    }

    void stop(@Observes ShutdownEvent ending) {
        endAll();
        try {
            var _ = Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends: the hook runs, or has run.
        }
        worker.stop();
    }

    /** Whoever listens connects to another replica, or to this one when it is back. */
    private void endAll() {
        stopping.set(true);
        worker.wake();
    }

    /** Looks now, because something was sealed. */
    void wake() {
        if (!readers.isEmpty()) {
            worker.wake();
        }
    }

    /**
     * The events behind a position, as they come.
     *
     * @param until when the caller's token ends
     * @throws ProblemException 503 when all places are taken
     */
    Multi<OutboundSseEvent> from(long position, EventFeed.Filter filter, Instant until) {
        if (readers.size() >= settings.streamReaders() || stopping.get()) {
            throw ProblemException.retryLater(
                    StandardProblem.TEMPORARILY_UNAVAILABLE,
                    "%d streams are open already; try again, or read GET /events.".formatted(readers.size()),
                    TRY_AGAIN_AFTER_SECONDS);
        }
        return Multi.createFrom().publisher(connection -> {
            var reader = new Reader(connection, filter, until, position, real.instant());
            readers.add(reader);
            connection.onSubscribe(reader);
        });
    }

    private static OutboundSseEvent comment() {
        return new OutboundSseEventImpl.BuilderImpl().comment("here").build();
    }

    private static OutboundSseEvent event(EventFeed.Entry entry) {
        return new OutboundSseEventImpl.BuilderImpl()
                .id(Long.toString(entry.position()))
                .data(EventFeed.json(entry))
                .build();
    }

    private static OutboundSseEvent end(String reason) {
        return new OutboundSseEventImpl.BuilderImpl()
                .name("end")
                .data("{\"reason\": \"%s\"}".formatted(reason))
                .build();
    }

    private boolean tell() {
        if (readers.isEmpty()) {
            return false;
        }
        long last = feed.last();
        boolean more = false;
        for (Reader reader : readers) {
            more |= reader.tell(last);
        }
        return more;
    }

    /** One open connection. What is not atomic is touched by the one thread only. */
    private final class Reader implements Subscription {

        private final Subscriber<? super OutboundSseEvent> connection;
        private final EventFeed.Filter filter;
        private final Instant until;
        private final AtomicLong wanted = new AtomicLong();
        private final Deque<OutboundSseEvent> waiting = new ArrayDeque<>();
        private long read;
        private Instant lastWord;

        Reader(
                Subscriber<? super OutboundSseEvent> connection,
                EventFeed.Filter filter,
                Instant until,
                long read,
                Instant now) {
            this.connection = connection;
            this.filter = filter;
            this.until = until;
            this.read = read;
            this.lastWord = now;
            // The headers go with the first word: a caller sees at once that the stream stands.
            waiting.add(comment());
        }

        @Override
        public void request(long more) {
            var _ = wanted.addAndGet(more);
            worker.wake();
        }

        @Override
        public void cancel() {
            readers.remove(this);
        }

        /** Tells what there is, and whether there may be more to tell at once. */
        boolean tell(long last) {
            Instant now = real.instant();
            if (stopping.get()) {
                return endWith("the service stops");
            }
            if (!now.isBefore(until)) {
                return endWith("the token ended");
            }
            if (waiting.isEmpty() && read < last) {
                EventFeed.Batch batch = feed.after(read, last, filter, BATCH);
                batch.entries().forEach(entry -> waiting.add(event(entry)));
                read = batch.through();
            }
            if (waiting.isEmpty() && now.isAfter(lastWord.plus(settings.streamHeartbeat()))) {
                waiting.add(comment());
            }
            while (!waiting.isEmpty() && wanted.get() > 0) {
                say(waiting.removeFirst());
                lastWord = now;
            }
            return waiting.isEmpty() && read < last;
        }

        private boolean endWith(String reason) {
            cancel();
            if (wanted.get() > 0) {
                say(end(reason));
            }
            connection.onComplete();
            return false;
        }

        private void say(OutboundSseEvent event) {
            var _ = wanted.decrementAndGet();
            connection.onNext(event);
        }
    }
}
