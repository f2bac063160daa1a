package org.partnershipfund.approval.selection;

import java.util.List;

/**
 * Why the school chooses as it does.
 *
 * @param goals of the school's improvement plan that the partners serve
 * @param dataLookedAt what the choice is based on
 * @param pupilsToServe whom the partners are for
 * @param communityInvolved how staff, families and pupils took part
 * @param options what was considered, and why it was chosen or not
 * @param community who took part, without names
 */
public record Needs(
        String goals,
        String dataLookedAt,
        String pupilsToServe,
        String communityInvolved,
        List<ConsideredOption> options,
        List<TakingPart> community) {

    /** Without what was considered and who took part one by one, as before these were asked for. */
    public Needs(String goals, String dataLookedAt, String pupilsToServe, String communityInvolved) {
        this(goals, dataLookedAt, pupilsToServe, communityInvolved, List.of(), List.of());
    }

    public Needs {
        options = List.copyOf(options);
        community = List.copyOf(community);
    }
}
