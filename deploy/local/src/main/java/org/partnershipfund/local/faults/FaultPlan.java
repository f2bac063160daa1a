package org.partnershipfund.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.partnershipfund.local.faults.Fault.Card;
import org.partnershipfund.local.faults.Fault.Kind;

/**
 * Which faults happen when, drawn from a seed: the same seed gives the same plan, and a longer plan begins as a shorter
 * one does. Cards are dealt from a shuffled deck, so that whatever can go wrong has gone wrong once before anything
 * does for the second time, but for what cannot share a round.
 *
 * @param seed by which it is repeated
 * @param rounds one after the other; between them everything heals
 */
record FaultPlan(long seed, List<Round> rounds) {

    /** How many faults a round has at most. */
    static final int AT_ONCE = 3;

    /** About how long a round takes with the healing and the looking after it. */
    static final Duration ABOUT = Duration.ofSeconds(40);

    private static final int FIRST_MILLIS = 1_000;
    private static final int LAST_MILLIS = 9_000;
    private static final int SHORTEST_MILLIS = 2_000;
    private static final int LONGEST_MILLIS = 9_000;

    /** Faults that may happen at the same time, in the order of their beginning. */
    record Round(int number, List<Fault> faults) {

        Round {
            faults = List.copyOf(faults);
        }

        /** When the last of its faults is over by itself. */
        Duration end() {
            return faults.stream().map(Fault::end).max(Duration::compareTo).orElse(Duration.ZERO);
        }

        @Override
        public String toString() {
            return faults.stream().map(Fault::toString).collect(Collectors.joining("\n", "round " + number + "\n", ""));
        }
    }

    FaultPlan {
        rounds = List.copyOf(rounds);
    }

    /** As many rounds as go into so many minutes. */
    static FaultPlan lasting(long seed, int minutes) {
        return drawn(seed, Math.max(1, (int) (minutes * 60L / ABOUT.toSeconds())), Fault.deck());
    }

    /** So many rounds of these cards. */
    static FaultPlan drawn(long seed, int rounds, List<Card> deck) {
        var chance = new Random(seed);
        List<Round> all = new ArrayList<>();
        List<Card> left = new ArrayList<>();
        List<Card> before = List.of();
        int number = 1;
        for (int round = 1; round <= rounds; round++) {
            List<Card> dealt = new ArrayList<>();
            int wanted = 1 + chance.nextInt(AT_ONCE);
            while (dealt.size() < wanted) {
                if (left.isEmpty()) {
                    left.addAll(deck);
                    Collections.shuffle(left, chance);
                }
                if (!deal(left, dealt, before)) {
                    break;
                }
            }
            all.add(round(round, number, dealt, chance));
            number += dealt.size();
            before = dealt;
        }
        return new FaultPlan(seed, all);
    }

    /** Each of these cards once, in as few rounds as the order of the deal allows. */
    static FaultPlan ofEach(long seed, List<Card> deck) {
        var chance = new Random(seed);
        List<Card> left = new ArrayList<>(deck);
        Collections.shuffle(left, chance);
        List<Round> all = new ArrayList<>();
        List<Card> before = List.of();
        while (!left.isEmpty()) {
            List<Card> dealt = new ArrayList<>();
            boolean fits = true;
            while (fits && !left.isEmpty() && dealt.size() < AT_ONCE) {
                fits = deal(left, dealt, before);
            }
            all.add(round(all.size() + 1, deck.size() - left.size() - dealt.size() + 1, dealt, chance));
            before = dealt;
        }
        return new FaultPlan(seed, all);
    }

    private static Round round(int round, int firstNumber, List<Card> dealt, Random chance) {
        List<Fault> faults = new ArrayList<>();
        for (Card card : dealt) {
            faults.add(new Fault(
                    firstNumber + faults.size(),
                    card,
                    millis(chance, FIRST_MILLIS, LAST_MILLIS),
                    length(chance, card)));
        }
        faults.sort((one, other) -> one.at().compareTo(other.at()));
        return new Round(round, faults);
    }

    // Deals the first card that fits the others of its round, and answers whether there was one. Nothing is killed in
    // two rounds running: whoever starts it again waits longer each time, in the end longer than it may take to heal.
    private static boolean deal(List<Card> left, List<Card> dealt, List<Card> before) {
        for (int i = 0; i < left.size(); i++) {
            Card card = left.get(i);
            if (dealt.stream().allMatch(card::goesWith) && !(card.kind() == Kind.KILL && before.contains(card))) {
                dealt.add(left.remove(i));
                return true;
            }
        }
        // A deck of few cards may have nothing that fits; a round without any fault would try nothing.
        return dealt.isEmpty() && dealt.add(left.removeFirst());
    }

    private static Duration length(Random chance, Card card) {
        // Drawn for each, so that another length of one kind changes no other fault of the plan.
        Duration drawn = millis(chance, SHORTEST_MILLIS, LONGEST_MILLIS);
        return card.kind().lasts() ? drawn : Duration.ZERO;
    }

    private static Duration millis(Random chance, int from, int until) {
        return Duration.ofMillis(chance.nextInt(from / 100, until / 100) * 100L);
    }

    /** How many faults it has. */
    int size() {
        return rounds.stream().mapToInt(round -> round.faults().size()).sum();
    }

    @Override
    public String toString() {
        return rounds.stream()
                .map(Round::toString)
                .collect(Collectors.joining("\n", "faults of seed %d%n".formatted(seed), ""));
    }
}
