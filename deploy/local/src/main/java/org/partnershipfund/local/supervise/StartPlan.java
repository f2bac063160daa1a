package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.partnershipfund.local.connect.ConnectWorker;
import org.partnershipfund.local.kafka.KafkaBroker;
import org.partnershipfund.local.kafka.Topics;
import org.partnershipfund.local.keycloak.KeycloakServer;
import org.partnershipfund.local.mail.MailCatcher;
import org.partnershipfund.local.place.Identity;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.postgres.Databases;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.postgres.PostgresServer;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.LogTail;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.repair.RelayCare;
import org.partnershipfund.local.repair.RelayRepair;
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
 * postgres, keycloak's build → keycloak
 * mail (within the supervisor)
 * </pre>
 */
final class StartPlan implements Plan {

    private static final Duration RELAY_PATIENCE = Duration.ofMinutes(5);
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
    private final MailCatcher mail;
    private final Executor threads = task -> {
        var _ = Thread.ofVirtual().start(task);
    };
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    StartPlan(Place place, Starter starter, Consumer<String> say) {
        this.place = place;
        this.starter = starter;
        this.say = say;
        this.mail = new MailCatcher(place);
    }

    @Override
    public void run() {
        var secrets = new Secrets(place.secrets());
        var logins = new Logins(place, secrets);
        var processes = new ServiceProcess(place, logins, new SigningKey(secrets));
        var migration = new Migration(place, processes);
        var slots = new ReplicationSlots(logins);
        var repair = RelayCare.repair(place, say);
        var care = new RelayCare(place, say);

        var databases = after("postgres", List.of(), () -> {
            if (place.settings().externalPostgres().isEmpty()) {
                starter.start(new PostgresServer(place, logins).prepare());
            }
            new Databases(logins).prepare();
        });
        var topics = after("kafka", List.of(), () -> {
            if (place.settings().externalKafka().isEmpty()) {
                starter.start(new KafkaBroker(place).prepare());
            }
            new Topics(place).create();
        });
        var connect =
                after("connect", List.of(topics), () -> starter.start(new ConnectWorker(place, logins).prepare()));
        var all = new ArrayList<>(List.of(connect));
        if (place.settings().externalSmtp().isEmpty()) {
            all.add(after("mail", List.of(), mail::start));
        }
        if (place.settings().identity() == Identity.KEYCLOAK) {
            all.add(keycloak(new KeycloakServer(place, secrets), new Databases(logins), databases));
        }
        for (var service : Service.values()) {
            var slot = after(service.word() + " database", List.of(databases), () -> {
                if (migration.run(service)) {
                    say.accept(service.word() + " database migrated");
                }
                if (repair.isNeeded(service)) {
                    repair.prepare(service);
                } else if (slots.create(service)) {
                    say.accept(service.slot() + " slot created");
                }
            });
            all.add(after(service.connector(), List.of(slot, connect), () -> startRelay(care, repair, service)));
            if (!place.settings().without(service)) {
                all.add(after(
                        service.module(), List.of(slot, topics), () -> starter.start(processes.serving(service))));
            }
        }
        try {
            join(CompletableFuture.anyOf(failure, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))));
        } catch (RuntimeException e) {
            // Whoever is told that the start failed finds no port taken; the children are stopped by their keepers.
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        mail.close();
    }

    @Override
    public Set<String> running() {
        return new TreeSet<>(running);
    }

    @Override
    public void fail(String sentence) {
        failure.completeExceptionally(new StartFailedException(sentence));
    }

    // Services do not wait for it: they fetch its keys when the first token comes.
    private CompletableFuture<Void> keycloak(
            KeycloakServer keycloak, Databases databases, CompletableFuture<Void> postgres) {
        var program = new CompletableFuture<Path>();
        var built = after("keycloak's build", List.of(), () -> {
            var _ = program.complete(keycloak.build(say));
        });
        return after("keycloak", List.of(postgres, built), () -> {
            databases.prepareOwned(KeycloakServer.DATABASE);
            starter.start(keycloak.prepare(program.join()));
        });
    }

    @Override
    public void check() {
        if (failure.isCompletedExceptionally()) {
            join(failure);
        }
    }

    private void startRelay(RelayCare care, RelayRepair repair, Service service)
            throws InterruptedException, IOException {
        if (place.settings().without(service) && repair.isUnfinished(service)) {
            say.accept("%s waits until %s serves: then its log is published again"
                    .formatted(service.connector(), service.module()));
            return;
        }
        var until = System.nanoTime() + RELAY_PATIENCE.toNanos();
        var trouble = "";
        // A connector that runs may still be trying in vain: what counts is that it delivers.
        do {
            if (System.nanoTime() > until) {
                throw new StartFailedException("%s does not read its slot after %d s%s%s"
                        .formatted(
                                service.connector(),
                                RELAY_PATIENCE.toSeconds(),
                                trouble.isEmpty() ? "" : ": " + trouble,
                                LogTail.reason(place.log("connect"))));
            }
            Thread.sleep(LOOK_AGAIN);
            try {
                var _ = care.tend(service);
                trouble = "";
            } catch (IOException e) {
                trouble = String.valueOf(e.getMessage());
            }
        } while (!trouble.isEmpty() || !care.isDelivering(service));
        say.accept(service.connector() + " reads its slot");
    }

    private CompletableFuture<Void> after(String what, List<CompletableFuture<Void>> before, Step step) {
        var stage = CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                .thenRunAsync(
                        () -> {
                            var _ = running.add(what);
                            try {
                                step.run();
                                var _ = running.remove(what);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new CompletionException(e);
                            } catch (IOException e) {
                                throw new CompletionException(new StartFailedException(Sentence.of(e), e));
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
            throw new StartFailedException(Sentence.of(cause == null ? e : cause), e);
        }
    }
}
