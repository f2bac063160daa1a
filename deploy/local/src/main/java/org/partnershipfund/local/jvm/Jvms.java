package org.partnershipfund.local.jvm;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.StartFailedException;

/**
 * Starts the suite's JVMs so that they serve soon. Nothing here is needed: whatever fails is said, and the program runs
 * as it would without.
 */
public final class Jvms {

    private final Place place;
    private final Consumer<String> say;
    private final Queue<StartCache> learning = new ConcurrentLinkedQueue<>();
    private final Queue<StartCache> toBeAssembled = new ConcurrentLinkedQueue<>();

    public Jvms(Place place, Consumer<String> say) {
        this.place = place;
        this.say = say;
    }

    /** Starts a child and returns when it serves. */
    @FunctionalInterface
    public interface Starter {
        void start(ChildSpec spec) throws InterruptedException;
    }

    /** Starts a child, from its cache if there is one. */
    public void start(ChildSpec spec, Starter starter) throws InterruptedException {
        var program = Program.of(spec);
        if (program.isEmpty()) {
            starter.start(spec);
            return;
        }
        // The second compiler needs as much processor time as all the rest of a start, and pays after minutes only.
        var quick = place.settings().quickJvms()
                ? new Program(
                        program.get().with(List.of("-XX:TieredStopAtLevel=1")),
                        program.get().jars())
                : program.get();
        if (!place.settings().startCaches()) {
            starter.start(quick.spec());
            return;
        }
        StartCache cache;
        try {
            cache = new StartCache(place.programs().resolve("start-caches"), quick);
        } catch (IOException e) {
            say.accept("there is no start cache for %s: %s".formatted(spec.name(), e.getMessage()));
            starter.start(quick.spec());
            return;
        }
        starter.start(cache.spec());
        if (cache.isLearning()) {
            learning.add(cache);
        } else if (cache.isToBeAssembled()) {
            toBeAssembled.add(cache);
        }
    }

    /**
     * Lets those that were recorded write it down, one by one, so that each stands still for seconds only; called when
     * all of them serve and nobody uses them yet.
     *
     * @param processOf the id of a running child
     */
    public void endRecordings(ToLongFunction<String> processOf) throws InterruptedException {
        for (var cache = learning.poll(); cache != null; cache = learning.poll()) {
            var name = cache.programName();
            try {
                cache.endRecording(processOf.applyAsLong(name));
                toBeAssembled.add(cache);
                say.accept(name + " has written down how it starts");
            } catch (IOException | StartFailedException e) {
                say.accept("%s cannot write down how it starts: %s".formatted(name, e.getMessage()));
            }
        }
    }

    /** Makes the caches for the next start out of what this one wrote down, one by one. */
    public void assembleCaches() throws InterruptedException {
        for (var cache = toBeAssembled.poll(); cache != null; cache = toBeAssembled.poll()) {
            try {
                cache.assemble();
                say.accept(cache.programName() + " will start from its cache the next time");
            } catch (IOException | StartFailedException e) {
                say.accept("%s gets no start cache: %s".formatted(cache.programName(), e.getMessage()));
            }
        }
    }
}
