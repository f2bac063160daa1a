package org.partnershipfund.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.place.Service;

/**
 * Something that goes wrong.
 *
 * @param number its number in the plan, from 1 on, in the order of drawing
 * @param what what goes wrong with what
 * @param at how long after the beginning of its round
 * @param length how long it lasts; nothing for what takes a moment
 */
record Fault(int number, Card what, Duration at, Duration length) {

    /** What can go wrong. */
    enum Kind {
        /** A process ends as by a power cut (KILL). */
        KILL("killed"),
        /** A process stands still and goes on later (STOP, CONT). */
        FREEZE("frozen"),
        /** All connections of one login to the database end. */
        CUT("cut off"),
        /** All connections between Kafka and everybody else end, time and again, and both ends live. */
        SEVER("severed"),
        /** The last records of a topic are sent again. */
        DOUBLE("doubled"),
        /** A relay rests: what its service says comes late, while the others' words come in time. */
        DELAY("delayed"),
        /** Bytes on a topic that are no event, or not one that can be used. */
        MALFORM("malformed"),
        /** An event comes before its cause. */
        DISORDER("out of order");

        private final String participle;

        Kind(String participle) {
            this.participle = participle;
        }

        /** As the table says it. */
        String participle() {
            return participle;
        }

        /** Whether a process itself is struck. */
        boolean strikesProcess() {
            return this == KILL || this == FREEZE;
        }

        /** Whether it is done by way of Kafka or Connect, which must be there then. */
        boolean needsMessaging() {
            return this == DOUBLE || this == DELAY || this == MALFORM || this == DISORDER;
        }

        /** Whether it lasts. */
        boolean lasts() {
            return this == FREEZE || this == SEVER || this == DELAY || this == DISORDER;
        }
    }

    /** Processes that all services share. */
    static final List<String> SHARED = List.of("postgres", "kafka", "connect");

    /**
     * What goes wrong with what: plans are dealt from a deck of these.
     *
     * @param target a process as {@code ./fund status} names it, a relay such as {@code allocation-relay}, or the word
     *     of the service whose topic it is
     */
    record Card(Kind kind, String target) {

        boolean isSharedProcess() {
            return kind.strikesProcess() && SHARED.contains(target);
        }

        private boolean isOfTheDatabase() {
            return kind.strikesProcess() && target.equals("postgres");
        }

        /** Whether both can happen in one round and it still heals by itself. */
        boolean goesWith(Card other) {
            return !target.equals(other.target)
                    && !(isSharedProcess() && other.isSharedProcess())
                    && !(kind.needsMessaging() && other.isSharedProcess())
                    && !(other.kind.needsMessaging() && isSharedProcess())
                    // A cut is ordered over a connection of its own, which the database must be there for.
                    && !(kind == Kind.CUT && other.isOfTheDatabase())
                    && !(other.kind == Kind.CUT && isOfTheDatabase());
        }

        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT) + " " + target;
        }
    }

    /** Every card there is. */
    static List<Card> deck() {
        List<String> services = Stream.of(Service.values()).map(Service::module).toList();
        List<String> relays =
                Stream.of(Service.values()).map(Service::connector).toList();
        List<String> topics = Stream.of(Speaker.values()).map(Speaker::word).toList();
        List<String> processes =
                Stream.concat(SHARED.stream(), services.stream()).toList();
        return Stream.of(
                        cards(Kind.KILL, processes),
                        cards(Kind.FREEZE, processes),
                        cards(Kind.CUT, services),
                        cards(Kind.CUT, relays),
                        cards(Kind.SEVER, List.of("kafka")),
                        cards(Kind.DOUBLE, topics),
                        cards(Kind.DELAY, relays),
                        cards(Kind.MALFORM, topics),
                        cards(Kind.DISORDER, List.of(Speaker.ALLOCATION.word())))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Card> cards(Kind kind, List<String> targets) {
        return targets.stream().map(target -> new Card(kind, target)).toList();
    }

    /** When it is over by itself. */
    Duration end() {
        return at.plus(length);
    }

    @Override
    public String toString() {
        return "%6.1f s  %s%s"
                .formatted(
                        at.toMillis() / 1000.0,
                        what,
                        length.isZero() ? "" : ", for %.1f s".formatted(length.toMillis() / 1000.0));
    }
}
