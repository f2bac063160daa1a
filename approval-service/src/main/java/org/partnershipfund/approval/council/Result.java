package org.partnershipfund.approval.council;

import java.util.List;

/** What became of a motion, with the count and every reason. */
public sealed interface Result {

    Tally tally();

    /** In sentences for the minutes; at least one. */
    List<String> reasons();

    /** The council approves. */
    record Passed(Tally tally, List<String> reasons) implements Result {
        public Passed {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The council does not approve; the selection goes back to the school.
     *
     * @param accountOwed whether the principal voted against a majority and owes an account of it
     */
    record Lost(Tally tally, List<String> reasons, boolean accountOwed) implements Result {
        public Lost {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing is decided; the selection waits for another meeting. */
    record NoQuorum(Tally tally, List<String> reasons) implements Result {
        public NoQuorum {
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing can be decided while the principal is recused; the partnerships team is asked. */
    record Blocked(Tally tally, List<String> reasons) implements Result {
        public Blocked {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The count.
     *
     * @param votingMembers full seats by the council's constitution
     * @param seated full seats that somebody holds
     * @param present who counts towards the quorum, of {@code seated}
     * @param teachers of those present
     * @param parents of those present
     */
    record Tally(
            int votingMembers,
            int seated,
            int present,
            int teachers,
            int parents,
            int yes,
            int no,
            int abstained,
            int recused) {}

    /** As it is written in JSON and tables. */
    default String word() {
        return switch (this) {
            case Passed _ -> "passed";
            case Lost _ -> "lost";
            case NoQuorum _ -> "no-quorum";
            case Blocked _ -> "blocked";
        };
    }

    /** Whether the principal voted against the majority, so that an account is due. */
    default boolean needsAccount() {
        return switch (this) {
            case Lost lost -> lost.accountOwed();
            case Passed _, NoQuorum _, Blocked _ -> false;
        };
    }
}
