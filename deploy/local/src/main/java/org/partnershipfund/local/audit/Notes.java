package org.partnershipfund.local.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.chain.ChainWalk.Mark;

/**
 * The published checkpoints of one service, laid beside its chain as the walk comes along. Each must agree, unless a
 * recorded restoration says why it cannot.
 */
final class Notes {

    private final Deque<Noted> due;
    private final Map<Restoration, Integer> excused = new LinkedHashMap<>();
    private int agreeing;

    /**
     * Begins.
     *
     * @param published in any order
     */
    Notes(List<Noted> published, List<Restoration> restorations) {
        this.due = new ArrayDeque<>(published.stream().sorted().toList());
        restorations.forEach(one -> excused.put(one, 0));
    }

    /** Compares what was noted at this place; answers the first note that nothing excuses. */
    Optional<Mark> compare(Mark reached) {
        while (!due.isEmpty() && due.getFirst().position() <= reached.position()) {
            Noted note = due.removeFirst();
            if (note.position() == reached.position() && note.hash().equals(reached.hash())) {
                agreeing++;
            } else if (!isExcused(note)) {
                return Optional.of(mark(note));
            }
        }
        return Optional.empty();
    }

    /** What was noted behind the end of the chain and nothing excuses. */
    Optional<Mark> beyondTheEnd() {
        while (!due.isEmpty()) {
            Noted note = due.removeFirst();
            if (!isExcused(note)) {
                return Optional.of(mark(note));
            }
        }
        return Optional.empty();
    }

    /** How many agreed so far. */
    int agreeing() {
        return agreeing;
    }

    /** Each restoration with how many checkpoints it excused so far; the earliest that can is the one that does. */
    Map<Restoration, Integer> excused() {
        return excused;
    }

    private boolean isExcused(Noted note) {
        Optional<Restoration> why =
                excused.keySet().stream().filter(one -> one.excuses(note)).findFirst();
        why.ifPresent(one -> excused.merge(one, 1, Integer::sum));
        return why.isPresent();
    }

    private static Mark mark(Noted note) {
        return new Mark(note.position(), note.hash());
    }
}
