package org.partnershipfund.local.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.partnershipfund.local.place.Service;

/**
 * The runbook of a lost slot (docs/operations.md): ordered by whoever finds it necessary, carried out by one, the
 * supervisor, and begun again where a crash cut it off.
 *
 * <p>An order is a file on disk. Without it a crash in between would look like a healthy relay with a gap. It goes when
 * everything is done, and until then everything is done again from the first step: the relay is held, the slot is made
 * anew, the log is published from its position on, the relay runs. Since the slot is always made before the log is read,
 * what is committed meanwhile is published by one of the two, some of it by both, and whoever heard an event already
 * does nothing.
 */
public final class RelayRepair {

    private static final long FIRST_POSITION = 1;

    /** The steps in their order; each may be taken again after any other. */
    interface Steps {

        /** Throws {@link java.net.ConnectException} when the service is not there to publish its log. */
        void requireService(Service service) throws IOException;

        /** Stops the relay; returns when it reads no more. */
        void hold(Service service) throws IOException, InterruptedException;

        /** Whether no slot will deliver what the log holds. */
        boolean isSlotLost(Service service);

        /** Makes the slot anew at the present end of the log; nobody may be reading the old one. */
        void renewSlot(Service service) throws IOException;

        /** Makes the relay begin where its slot is. */
        void forgetPosition(Service service) throws IOException, InterruptedException;

        /** Publishes everything from a position on; answers how many events that were. */
        long republish(Service service, long fromPosition) throws IOException;

        /** Lets the relay run again. */
        void resume(Service service) throws IOException, InterruptedException;
    }

    private final Path folder;
    private final Steps steps;
    private final Consumer<String> say;

    /**
     * A repair of this suite.
     *
     * @param data what survives {@code down}: an order must
     */
    RelayRepair(Path data, Steps steps, Consumer<String> say) {
        this.folder = data.resolve("repairs");
        this.steps = steps;
        this.say = say;
    }

    /** Whether the log holds events that no slot will deliver, or a repair is ordered and not finished. */
    public boolean isNeeded(Service service) {
        return isUnfinished(service) || steps.isSlotLost(service);
    }

    /** Whether a repair is ordered and not finished. */
    public boolean isUnfinished(Service service) {
        return !orders(service).isEmpty();
    }

    /**
     * Orders a repair and does nothing of it: whoever looks after the relays will.
     *
     * @param fromPosition the first event to publish again
     * @return the order; it is gone when it was carried out
     */
    public Path order(Service service, long fromPosition) throws IOException {
        var _ = Files.createDirectories(folder);
        // Each order is a file of its own: one that comes while another is carried out is not taken for done.
        var order = folder.resolve(service.word() + "." + UUID.randomUUID());
        var draft = folder.resolve("draft-" + UUID.randomUUID());
        try {
            var _ = Files.writeString(draft, Long.toString(fromPosition));
            return Files.move(draft, order, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Orders a repair, and makes a slot at once: the service does not serve without one. No relay may be running yet. */
    public void prepare(Service service) throws IOException {
        if (!isUnfinished(service)) {
            var _ = order(service, FIRST_POSITION);
        }
        steps.renewSlot(service);
    }

    /** Carries out what is ordered, all of it from the first step. */
    public void finish(Service service) throws IOException, InterruptedException {
        var orders = orders(service);
        if (orders.isEmpty()) {
            return;
        }
        var from = orders.stream().mapToLong(RelayRepair::position).min().orElse(FIRST_POSITION);
        steps.requireService(service);
        steps.hold(service);
        steps.renewSlot(service);
        steps.forgetPosition(service);
        say.accept("%s slot is new; events are published again from position %d".formatted(service.slot(), from));
        var sent = steps.republish(service, from);
        steps.resume(service);
        for (var order : orders) {
            Files.delete(order);
        }
        say.accept("%d events of %s published again".formatted(sent, service.module()));
    }

    private List<Path> orders(Service service) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> {
                        var name = String.valueOf(file.getFileName());
                        return name.equals(service.word()) || name.startsWith(service.word() + ".");
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    // An order that cannot be read is one to publish everything: too much is harmless, too little is not.
    private static long position(Path order) {
        try {
            return Long.parseLong(Files.readString(order).strip());
        } catch (IOException | NumberFormatException e) {
            return FIRST_POSITION;
        }
    }
}
