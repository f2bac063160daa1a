package org.partnershipfund.foundation.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.audit.Actor;
import org.partnershipfund.foundation.eventlog.AfterCommit;
import org.partnershipfund.foundation.inbox.Letters.Burial;
import org.partnershipfund.foundation.inbox.Letters.Entry;
import org.partnershipfund.foundation.inbox.Letters.Letter;
import org.partnershipfund.foundation.problem.Causes;
import org.partnershipfund.foundation.sql.Transactions;
import org.partnershipfund.foundation.sql.Transactions.Verdict;

/**
 * Brings one event to its end, by as many attempts as that takes, each in a transaction of its own: effect, parked,
 * dead, or known already. Only a database that is away keeps it from ending.
 */
@Singleton
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    /** Under which log lines carry the trace; the same name as OpenTelemetry's own. */
    private static final String TRACE_ID = "traceId";

    private final Transactions transactions;
    private final Letters letters;
    private final CloudEventReader reader;
    private final InboxSettings settings;
    private final Actor actor;
    private final Tracer tracer;
    private final AfterCommit afterCommit;
    private final Releases releases;
    private final String service;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    Deliveries(
            Transactions transactions,
            Letters letters,
            CloudEventReader reader,
            InboxSettings settings,
            Actor actor,
            Tracer tracer,
            AfterCommit afterCommit,
            Releases releases,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.letters = letters;
        this.reader = reader;
        this.settings = settings;
        this.actor = actor;
        this.tracer = tracer;
        this.afterCommit = afterCommit;
        this.releases = releases;
        this.service = service;
    }

    /** How an event ended, for now. */
    enum Ending {
        DONE,
        DUPLICATE,
        PARKED,
        DEAD,
        /** Nothing was due after all. */
        NOTHING
    }

    /** What the next attempt is for. */
    private sealed interface Plan {
        /** To take effect; with the lock of a cause that an earlier attempt found missing. */
        record TakeEffect(@Nullable String awaited) implements Plan {}

        /** To be buried: trying again would fail the same way. */
        record BeBuried(Burial burial) implements Plan {}
    }

    private sealed interface Step {
        record Ended(Ending ending) implements Step {}

        /** Rolled back: the same again, but holding the lock of this cause before looking. */
        record LockFirst(String awaited) implements Step {}
    }

    /** Ends all waiting; whoever still cannot reach the database gives up, and the record stays unacknowledged. */
    void stop() {
        stopping.countDown();
    }

    /** Brings a record that was just heard to its end; waits for a database that is away. */
    Ending hear(RawRecord raw, Reading.Event<?> event) {
        String lane = Letters.lane(raw.topic(), event.heard().subject());
        String trace = event.heard().traceparent();
        if (trace != null) {
            MDC.put(TRACE_ID, trace.substring(3, 35));
        }
        try {
            return untilEnded(
                    event.heard().type() + " " + event.heard().id(), true, plan -> heard(raw, event, lane, plan));
        } finally {
            MDC.remove(TRACE_ID);
        }
    }

    /** Buries a record that is no event. */
    Ending bury(RawRecord raw, String why) {
        return untilEnded("unreadable record " + raw.topic() + "-" + raw.partition() + "@" + raw.offset(), true, _ -> {
            boolean isNew = letters.buryUnreadable(why, raw);
            return keep(isNew ? Ending.DEAD : Ending.DUPLICATE);
        });
    }

    /** Tries the first letter of a lane again, if it is due; gives up at once when the database is away. */
    Ending retryHead(String lane) {
        return untilEnded("the first letter of " + lane, false, plan -> retried(lane, plan));
    }

    private Ending untilEnded(String what, boolean patient, Function<Plan, Verdict<Step>> attempt) {
        Plan plan = new Plan.TakeEffect(null);
        Duration pause = settings.retryFirstAfter();
        int conflicts = 0;
        int outages = 0;
        while (true) {
            Plan now = plan;
            try {
                switch (transactions.decide(() -> attempt.apply(now))) {
                    case Step.Ended(Ending ending) -> {
                        if (outages > 0) {
                            LOG.infof("%s: went through after %d attempts", what, outages + 1);
                        }
                        return ending;
                    }
                    case Step.LockFirst(String awaited) -> {
                        plan = new Plan.TakeEffect(awaited);
                        continue;
                    }
                }
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
                Fault fault = plan instanceof Plan.BeBuried ? Fault.TRANSIENT : Fault.of(e);
                switch (fault) {
                    case TRANSIENT -> {
                        if (!patient) {
                            throw e;
                        }
                        if (outages++ == 0) {
                            LOG.warnf(
                                    e,
                                    "%s: the database is away, busy or locked; tried again until it goes through",
                                    what);
                        }
                    }
                    case CONFLICT -> {
                        if (++conflicts >= settings.attemptsPerConflict()) {
                            plan = new Plan.BeBuried(failed(e));
                        }
                    }
                    case BUG -> {
                        LOG.errorf(e, "%s: failed and becomes a dead letter", what);
                        plan = new Plan.BeBuried(failed(e));
                        continue;
                    }
                }
            }
            rest(pause);
            pause = longer(pause);
        }
    }

    /** With what the database said: a commit that fails for a statement before it does not say so itself. */
    private static Burial failed(Throwable failure) {
        String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String database = Causes.find(failure, SQLException.class)
                .map(sql -> String.valueOf(sql.getMessage()))
                .filter(said -> !reason.contains(said))
                .map(" (%s)"::formatted)
                .orElse("");
        return new Burial("failed", reason + database);
    }

    private void rest(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InboxStoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InboxStoppedException();
        }
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.retryAtMostEvery()) > 0 ? settings.retryAtMostEvery() : doubled;
    }

    private Verdict<Step> heard(RawRecord raw, Reading.Event<?> event, String lane, Plan plan) {
        Entry entry = letters.enter(lane, awaited(plan), event.heard());
        if (entry.known()) {
            return keep(Ending.DUPLICATE);
        }
        if (entry.blocked()) {
            letters.parkBehind(lane, raw, event.heard());
            return keep(Ending.PARKED);
        }
        return switch (plan) {
            case Plan.BeBuried(Burial burial) -> {
                letters.bury(burial, lane, raw, event.heard());
                yield keep(Ending.DEAD);
            }
            case Plan.TakeEffect(String locked) ->
                switch (act(event)) {
                    case Outcome.Done(Set<String> released) -> {
                        release(released);
                        yield keep(Ending.DONE);
                    }
                    case Outcome.Ahead(String awaited) -> {
                        if (!awaited.equals(locked)) {
                            yield lockFirst(awaited);
                        }
                        letters.parkFor(awaited, lane, raw, event.heard());
                        yield keep(Ending.PARKED);
                    }
                    case Outcome.Unusable(String reason) -> {
                        letters.bury(new Burial("unusable", reason), lane, raw, event.heard());
                        yield keep(Ending.DEAD);
                    }
                };
        };
    }

    private Verdict<Step> retried(String lane, Plan plan) {
        letters.lock(awaited(plan), lane);
        Letter letter = letters.dueHead(lane);
        if (letter == null) {
            letters.forgetMisplacedMarks(lane);
            return keep(Ending.NOTHING);
        }
        return switch (plan) {
            case Plan.BeBuried(Burial burial) -> diesAgain(letter, burial);
            case Plan.TakeEffect(String locked) ->
                switch (reader.read(letter.raw())) {
                    case Reading.Unreadable(String why) -> diesAgain(letter, new Burial("unreadable", why));
                    case Reading.UnknownType(String type) ->
                        diesAgain(letter, new Burial("unreadable", "no handler for type " + type));
                    case Reading.Event<?> event -> {
                        if (letter.neverRead() && !letters.remember(event.heard())) {
                            letters.redriven(letter, "known already: the same event was heard by another record");
                            yield keep(Ending.DUPLICATE);
                        }
                        yield retried(letter, event, locked);
                    }
                };
        };
    }

    private Verdict<Step> retried(Letter letter, Reading.Event<?> event, @Nullable String locked) {
        return switch (act(event)) {
            case Outcome.Done(Set<String> released) -> {
                release(released);
                letters.redriven(letter, "took effect");
                yield keep(Ending.DONE);
            }
            case Outcome.Ahead(String awaited) -> {
                if (!awaited.equals(locked)) {
                    yield lockFirst(awaited);
                }
                letters.stillAwaits(letter, awaited);
                yield keep(Ending.PARKED);
            }
            case Outcome.Unusable(String reason) -> diesAgain(letter, new Burial("unusable", reason));
        };
    }

    private Verdict<Step> diesAgain(Letter letter, Burial burial) {
        letters.diesAgain(letter, burial);
        return keep(Ending.DEAD);
    }

    private void release(Set<String> released) {
        if (!released.isEmpty() && letters.release(released) > 0) {
            afterCommit.once(Releases.class, releases::wake);
        }
    }

    /** Calls the handler as the service itself, in the trace of the event's cause. */
    private Outcome act(Reading.Event<?> event) {
        Heard heard = event.heard();
        Span span = tracer.spanBuilder("hear " + heard.type())
                .setParent(cause(heard.traceparent()))
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            actor.becomeService(service, "heard %s %s".formatted(heard.type(), heard.id()), heard.traceparent());
            Outcome outcome = event.handle();
            // Here, and not only before the commit: nothing more can be written in a transaction that is doomed.
            transactions.requireAlive();
            return outcome;
        } finally {
            span.end();
        }
    }

    private static Context cause(@Nullable String traceparent) {
        if (traceparent == null) {
            return Context.root();
        }
        SpanContext remote = SpanContext.createFromRemoteParent(
                traceparent.substring(3, 35),
                traceparent.substring(36, 52),
                TraceFlags.fromHex(traceparent, 53),
                TraceState.getDefault());
        return Context.root().with(Span.wrap(remote));
    }

    private static @Nullable String awaited(Plan plan) {
        return switch (plan) {
            case Plan.TakeEffect(String awaited) -> awaited;
            case Plan.BeBuried _ -> null;
        };
    }

    private static Verdict<Step> keep(Ending ending) {
        return new Verdict<>(new Step.Ended(ending), true);
    }

    private static Verdict<Step> lockFirst(String awaited) {
        return new Verdict<>(new Step.LockFirst(awaited), false);
    }
}
