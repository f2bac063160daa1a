package org.partnershipfund.approval.council;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.partnershipfund.approval.council.Result.Blocked;
import org.partnershipfund.approval.council.Result.Lost;
import org.partnershipfund.approval.council.Result.NoQuorum;
import org.partnershipfund.approval.council.Result.Passed;
import org.partnershipfund.approval.council.Result.Tally;
import org.partnershipfund.kernel.Words;

/**
 * How a School Site Council decides: a majority of the votes cast, with the principal voting with it, under a quorum.
 *
 * <p>Source: docs/policy/school-site-council.md §3 and §4; its decision table is the test's input.
 */
public final class CouncilRule {

    private CouncilRule() {}

    /**
     * One member who is recorded as present, and what they do about the motion.
     *
     * @param group of the seat, also for an alternate who sits in it
     */
    public record Stance(Group group, Vote vote) {}

    /**
     * The council around a motion.
     *
     * @param votingMembers full seats by its constitution, also vacant ones
     * @param seated full seats that somebody holds on the day
     * @param quorum how many teachers and parents must be present
     * @param recusedCountAsPresent policy: whether a recused member still counts towards the quorum
     */
    public record Bench(int votingMembers, int seated, CouncilRules.Quorum quorum, boolean recusedCountAsPresent) {}

    /**
     * The result of a motion.
     *
     * @param stances everybody present, once
     */
    public static Result decide(Bench bench, List<Stance> stances) {
        Tally tally = tally(bench, stances);
        List<String> missing = missing(bench, stances, tally);
        if (!missing.isEmpty()) {
            return new NoQuorum(tally, missing);
        }
        return switch (principal(stances)) {
            case RECUSED ->
                new Blocked(
                        tally,
                        List.of("The principal is recused, and nothing passes without the principal's vote;"
                                + " the partnerships team decides how to go on."));
            case ABSTAIN ->
                new Lost(tally, lost(tally, "The principal abstained; only the principal's yes carries."), false);
            case NO ->
                new Lost(
                        tally,
                        lost(tally, "The principal voted no; only the principal's yes carries."),
                        tally.yes() > tally.no());
            case YES ->
                tally.yes() > tally.no()
                        ? new Passed(
                                tally,
                                List.of("%d yes, %d no, and the principal voted yes."
                                        .formatted(tally.yes(), tally.no())))
                        : new Lost(tally, lost(tally), tally.no() > tally.yes());
        };
    }

    private static List<String> lost(Tally tally, String... first) {
        List<String> reasons = new ArrayList<>(List.of(first));
        if (tally.yes() == tally.no()) {
            reasons.add("%d yes and %d no is a tie; a tie is lost.".formatted(tally.yes(), tally.no()));
        } else if (tally.yes() < tally.no()) {
            reasons.add("%d yes and %d no is no majority.".formatted(tally.yes(), tally.no()));
        }
        return reasons;
    }

    private static List<String> missing(Bench bench, List<Stance> stances, Tally tally) {
        List<String> missing = new ArrayList<>();
        if (stances.stream().noneMatch(stance -> stance.group() == Group.PRINCIPAL)) {
            missing.add("The principal is absent.");
        }
        if (tally.teachers() < bench.quorum().teachers()) {
            missing.add("%s as present; a quorum of this council needs %d."
                    .formatted(
                            counts(tally.teachers(), "teacher"), bench.quorum().teachers()));
        }
        if (tally.parents() < bench.quorum().parents()) {
            missing.add("%s as present; a quorum of this council needs %d."
                    .formatted(counts(tally.parents(), "parent"), bench.quorum().parents()));
        }
        if (2 * tally.present() <= bench.seated()) {
            missing.add("Of %s, %d %s as present; a quorum is more than half."
                    .formatted(
                            Words.count(bench.seated(), "seated member"),
                            tally.present(),
                            tally.present() == 1 ? "counts" : "count"));
        }
        return missing;
    }

    private static String counts(int number, String one) {
        return Words.count(number, one) + (number == 1 ? " counts" : " count");
    }

    private static Tally tally(Bench bench, List<Stance> stances) {
        return new Tally(
                bench.votingMembers(),
                bench.seated(),
                count(stances, stance -> counts(bench, stance)),
                count(stances, stance -> stance.group() == Group.TEACHER && counts(bench, stance)),
                count(stances, stance -> stance.group() == Group.PARENT && counts(bench, stance)),
                count(stances, stance -> stance.vote() == Vote.YES),
                count(stances, stance -> stance.vote() == Vote.NO),
                count(stances, stance -> stance.vote() == Vote.ABSTAIN),
                count(stances, stance -> stance.vote() == Vote.RECUSED));
    }

    // The principal counts as present whatever the policy: a recusal must be seen as blocked, not as an absence.
    private static boolean counts(Bench bench, Stance stance) {
        return bench.recusedCountAsPresent() || stance.vote() != Vote.RECUSED || stance.group() == Group.PRINCIPAL;
    }

    private static Vote principal(List<Stance> stances) {
        return stances.stream()
                .filter(stance -> stance.group() == Group.PRINCIPAL)
                .map(Stance::vote)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a quorum has the principal"));
    }

    private static int count(List<Stance> stances, Predicate<Stance> which) {
        return Math.toIntExact(stances.stream().filter(which).count());
    }
}
