package org.partnershipfund.local.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.audit.Reconciliation.Said;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.supervise.SuiteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code fund audit reconcile}: after a service's database was restored from a backup, what the others know and it does
 * not (docs/operations.md, decision 0030).
 */
@Command(
        name = "reconcile",
        description =
                "Compares what lies in the topics with what each service's database knows: events of others that it missed, and events of its own that it lost.",
        footer = {
            "",
            "Ends with 0 if nothing is missed or lost, or all that was missed took effect; 1 if not; 2 if something could not be read."
        })
public final class ReconcileCommand implements Callable<Integer> {

    private static final Duration UNTIL_EMPTY = Duration.ofSeconds(45);
    private static final Duration UNTIL_HEARD = Duration.ofMinutes(10);
    private static final Duration STANDS_STILL = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Place place;
    private final Logins logins;
    private final SuiteControl control;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--service", paramLabel = "SERVICE", description = "Only this one; all without it.")
    private String word = "";

    @Option(
            names = "--apply",
            description =
                    "Stops the service, sets it back to the first event that it missed, starts it and waits until all took effect. Without it nothing is changed.")
    private boolean apply;

    @Option(
            names = "--out-of-order",
            description =
                    "Also where later events of the same subject were heard already: they stay as they are, and the earlier ones come after them.")
    private boolean outOfOrder;

    public ReconcileCommand(Place place) {
        this.place = Started.of(place);
        this.logins = new Logins(place, new Secrets(place.secrets()));
        this.control = new SuiteControl(place, line -> {});
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter screen = spec.commandLine().getOut();
        PrintWriter complaints = spec.commandLine().getErr();
        var worst = 0;
        for (Speaker speaker : speakers()) {
            try {
                worst = Math.max(worst, reconcile(speaker, screen));
            } catch (SQLException | IOException | KafkaException e) {
                complaints.println("fund: %s cannot be reconciled: %s"
                        .formatted(service(speaker).module(), Sentence.of(e)));
                worst = 2;
            }
            screen.flush();
        }
        return worst;
    }

    private List<Speaker> speakers() {
        if (word.isEmpty()) {
            return List.of(Speaker.values());
        }
        var service = Service.named(word)
                .orElseThrow(() -> new SettingException(
                        "there is no service \"" + word + "\": allocation, portfolio, approval, procurement"));
        return Arrays.stream(Speaker.values())
                .filter(speaker -> speaker.word().equals(service.word()))
                .toList();
    }

    private static Service service(Speaker speaker) {
        return Service.named(speaker.word()).orElseThrow();
    }

    private int reconcile(Speaker speaker, PrintWriter screen) throws SQLException, IOException, InterruptedException {
        var service = service(speaker);
        try (var group = new ConsumerGroup(place.bootstrapServers(), service)) {
            var found = compare(speaker, group);
            screen.println(service.module());
            printMissed(found, screen);
            boolean isSettled = printLost(speaker, found, screen);
            if (apply && !found.missed().isEmpty()) {
                screen.flush();
                // A service that is well is not stopped only to be told that it cannot be set back.
                refuseWhatWasOvertaken(found);
                return feedAgain(speaker, group, screen);
            }
            return found.missed().isEmpty() && isSettled ? 0 : 1;
        }
    }

    private Reconciliation compare(Speaker speaker, ConsumerGroup group)
            throws SQLException, IOException, InterruptedException {
        // In this order: what is passed at this moment is in the inbox when that is read later, or it never will be.
        var passed = group.passed();
        try (var database = logins.administrator(speaker.word())) {
            return new TopicReading(place.bootstrapServers()).compare(speaker, passed, new Knowledge(database));
        }
    }

    private static void printMissed(Reconciliation found, PrintWriter screen) {
        screen.printf("  missed: %,d events of others%n", found.missed().size());
        Reconciliation.byType(found.missed())
                .forEach((type, events) -> screen.printf(
                        "    %-60s %,7d  %s to %s%n",
                        type,
                        events.size(),
                        events.stream()
                                .map(Said::at)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        events.stream()
                                .map(Said::at)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()));
        if (found.toCome() > 0) {
            screen.printf("  to come: %,d events that it will hear by itself%n", found.toCome());
        }
        if (!found.overtaking().isEmpty()) {
            screen.printf(
                    "  overtaken: %,d events were heard although earlier ones of their subject are missed%n",
                    found.overtaking().size());
            Reconciliation.byType(found.overtaking())
                    .forEach((type, events) -> screen.printf("    %-60s %,7d%n", type, events.size()));
        }
    }

    /** Each one, because people must repeat what caused it; answers whether all of it is accounted for. */
    private boolean printLost(Speaker speaker, Reconciliation found, PrintWriter screen) throws SQLException {
        List<Restoration> restorations;
        try (var database = logins.administrator(speaker.word())) {
            restorations = Restoration.readAll(database, Clock.systemUTC());
        }
        List<Said> open = new ArrayList<>();
        Map<Restoration, Integer> accounted = new HashMap<>();
        for (Said event : found.lost()) {
            restorations.stream()
                    .filter(one -> one.lost(event.at()))
                    .findFirst()
                    .ifPresentOrElse(one -> accounted.merge(one, 1, Integer::sum), () -> open.add(event));
        }
        screen.printf("  lost: %,d events of its own%n", open.size());
        Map<Speaker, Set<Said>> heard = hearers(speaker, open);
        for (Said event : open) {
            screen.printf(
                    "    %s  %s  %s, said %s, heard by %s; %s%n",
                    event.id(),
                    event.type(),
                    event.subject(),
                    event.at(),
                    names(heard, event),
                    found.comesAgain(event)
                            ? "comes again by itself, under another id, with what it missed"
                            : "its command must be given again");
        }
        restorations.stream()
                .filter(accounted::containsKey)
                .forEach(one -> screen.printf(
                        "  known: %,d of its own were lost by the restoration to %s (recorded %s)%n",
                        accounted.get(one), one.restoredTo(), one.recordedAt()));
        long unrecorded = found.lostCheckpoints().stream()
                .filter(checkpoint -> restorations.stream().noneMatch(one -> one.lost(checkpoint.at())))
                .count();
        if (unrecorded > 0) {
            screen.printf(
                    "  unrecorded: %,d checkpoints were published of rows that it does not have: POST /restorations%n",
                    unrecorded);
        }
        return open.isEmpty() && unrecorded == 0;
    }

    private Map<Speaker, Set<Said>> hearers(Speaker speaker, List<Said> lost) throws SQLException {
        Map<Speaker, Set<Said>> hearers = new HashMap<>();
        for (Speaker other : Speaker.values()) {
            if (other != speaker && !lost.isEmpty()) {
                try (var database = logins.administrator(other.word())) {
                    hearers.put(other, new Knowledge(database).heard(lost));
                }
            }
        }
        return hearers;
    }

    private static String names(Map<Speaker, Set<Said>> heard, Said event) {
        List<String> names = Arrays.stream(Speaker.values())
                .filter(other -> heard.getOrDefault(other, Set.of()).contains(event))
                .map(other -> service(other).module())
                .toList();
        return names.isEmpty() ? "nobody" : String.join(", ", names);
    }

    private void refuseWhatWasOvertaken(Reconciliation found) throws IOException {
        if (!found.overtaking().isEmpty() && !outOfOrder) {
            throw new IOException(
                    "it served before it was reconciled and heard later events first. Restore again and reconcile before it starts, or accept the order with --out-of-order");
        }
    }

    private int feedAgain(Speaker speaker, ConsumerGroup group, PrintWriter screen)
            throws SQLException, IOException, InterruptedException {
        var service = service(speaker);
        boolean isSupervised = control.isUp();
        boolean wasHeld = control.isHeld(service.module());
        boolean isSetBack = false;
        Reconciliation found;
        try {
            if (isSupervised && !wasHeld) {
                control.hold(service.module());
            }
            if (!group.awaitEmpty(UNTIL_EMPTY)) {
                throw new IOException("it is listening, and can be set back only while it is stopped");
            }
            // It may have gone on until it stopped.
            found = compare(speaker, group);
            refuseWhatWasOvertaken(found);
            print(found.rewind(), group.passed(), screen);
            group.rewind(found.rewind());
            isSetBack = true;
        } finally {
            // Whatever went wrong: nobody else would start it again.
            if (!isSetBack && !wasHeld) {
                control.release(service.module());
            }
        }
        if (isSupervised) {
            control.release(service.module());
            screen.println("  it starts again and hears what it missed");
        } else {
            screen.println("  start it now: it goes on from there, and this command waits for it");
        }
        screen.flush();
        return await(speaker, found.missed(), screen);
    }

    private static void print(Map<TopicPartition, Long> rewind, Map<TopicPartition, Long> passed, PrintWriter screen) {
        rewind.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(TopicPartition::toString)))
                .forEach(one -> screen.printf(
                        "  set back: %s from %,d to %,d%n", one.getKey(), passed.get(one.getKey()), one.getValue()));
    }

    private int await(Speaker speaker, List<Said> missed, PrintWriter screen)
            throws SQLException, InterruptedException {
        var until = System.nanoTime() + UNTIL_HEARD.toNanos();
        try (var database = logins.administrator(speaker.word())) {
            var knowledge = new Knowledge(database);
            int heard = knowledge.heard(missed).size();
            long letters = knowledge.openLetters(missed);
            var changed = System.nanoTime();
            // What was heard ahead of its cause is parked and follows it; what stands still needs an operator.
            while ((heard < missed.size() || (letters > 0 && System.nanoTime() - changed < STANDS_STILL.toNanos()))
                    && System.nanoTime() < until) {
                Thread.sleep(LOOK_AGAIN);
                long before = letters;
                heard = knowledge.heard(missed).size();
                letters = knowledge.openLetters(missed);
                changed = letters == before && heard == missed.size() ? changed : System.nanoTime();
            }
            screen.printf("  heard again: %,d of %,d events%n", heard, missed.size());
            if (letters > 0) {
                screen.printf("  %,d of them wait as letters: ./fund events dead list %s%n", letters, speaker.word());
            }
            return heard == missed.size() && letters == 0 ? 0 : 1;
        }
    }
}
