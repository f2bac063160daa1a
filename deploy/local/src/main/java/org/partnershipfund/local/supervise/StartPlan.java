package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.partnershipfund.local.connect.ConnectWorker;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.kafka.KafkaBroker;
import org.partnershipfund.local.kafka.Topics;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.postgres.Databases;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.postgres.PostgresServer;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.LogTail;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.service.Migration;
import org.partnershipfund.local.service.ReplicationSlots;
import org.partnershipfund.local.service.ServiceProcess;
import org.partnershipfund.local.token.SigningKey;

/**
 * What waits for what when the suite starts; everything else runs side by side.
 *
 * <pre>
 * postgres → databases → migration → slot ─┬→ service
 * kafka → topics ──────────────────────────┘
 *       └→ connect ──────────────── slot ───→ relay
 * </pre>
 */
final class StartPlan {

    private static final Duration RELAY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    /** Starts a child and returns when it is ready. */
    @FunctionalInterface
    interface Starter {
        void start(ChildSpec spec) throws InterruptedException;
    }

    private interface Step {
        void run() throws InterruptedException, IOException;
    }

    private final Place place;
    private final Starter starter;
    private final Consumer<String> say;
    private final Executor threads = task -> {
        var _ = Thread.ofVirtual().start(task);
    };
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    StartPlan(Place place, Starter starter, Consumer<String> say) {
        this.place = place;
        this.starter = starter;
        this.say = say;
    }

    /** Returns when everything serves, or throws at the first thing that fails. */
    void run() {
        var secrets = new Secrets(place.secrets());
        var logins = new Logins(place, secrets);
        var processes = new ServiceProcess(place, logins, new SigningKey(secrets));
        var migration = new Migration(place, processes);
        var slots = new ReplicationSlots(logins);
        var relays = new Relays(place);

        var databases = after(List.of(), () -> {
            if (place.settings().externalPostgres().isEmpty()) {
                starter.start(new PostgresServer(place, logins).prepare());
            }
            new Databases(logins).prepare();
        });
        var topics = after(List.of(), () -> {
            if (place.settings().externalKafka().isEmpty()) {
                starter.start(new KafkaBroker(place).prepare());
            }
            new Topics(place).create();
        });
        var connect = after(List.of(topics), () -> starter.start(new ConnectWorker(place, logins).prepare()));
        var all = new ArrayList<>(List.of(connect));
        for (var service : Service.values()) {
            var slot = after(List.of(databases), () -> {
                if (migration.run(service)) {
                    say.accept(service.word() + " database migrated");
                }
                if (slots.create(service)) {
                    say.accept(service.slot() + " slot created");
                }
            });
            all.add(after(List.of(slot, connect), () -> startRelay(relays, slots, service)));
            if (!place.settings().without(service)) {
                all.add(after(List.of(slot, topics), () -> starter.start(processes.serving(service))));
            }
        }
        join(CompletableFuture.anyOf(failure, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))));
    }

    /** Ends the waiting: a child that was ready has crashed. */
    void fail(String sentence) {
        failure.completeExceptionally(new StartFailedException(sentence));
    }

    private void startRelay(Relays relays, ReplicationSlots slots, Service service)
            throws InterruptedException, IOException {
        var until = System.nanoTime() + RELAY_PATIENCE.toNanos();
        // A connector that runs may still be trying in vain: what counts is that it reads its slot.
        while (relays.tend(service) != Relays.State.RUNNING || !slots.isRead(service)) {
            if (System.nanoTime() > until) {
                throw new StartFailedException("%s does not read its slot after %d s%s"
                        .formatted(
                                service.connector(), RELAY_PATIENCE.toSeconds(), LogTail.reason(place.log("connect"))));
            }
            Thread.sleep(LOOK_AGAIN);
        }
        say.accept(service.connector() + " reads its slot");
    }

    private CompletableFuture<Void> after(List<CompletableFuture<Void>> before, Step step) {
        var stage = CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                .thenRunAsync(
                        () -> {
                            try {
                                step.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new CompletionException(e);
                            } catch (IOException e) {
                                throw new CompletionException(
                                        new StartFailedException(String.valueOf(e.getMessage()), e));
                            }
                        },
                        threads);
        var _ = stage.whenComplete((_, thrown) -> {
            if (thrown != null) {
                failure.completeExceptionally(thrown);
            }
        });
        return stage;
    }

    private static void join(CompletableFuture<?> future) {
        try {
            var _ = future.join();
        } catch (CompletionException e) {
            var cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof StartFailedException known) {
                throw known;
            }
            throw new StartFailedException(String.valueOf(cause == null ? e : cause), e);
        }
    }
}
