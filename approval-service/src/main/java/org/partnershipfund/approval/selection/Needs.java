package org.partnershipfund.approval.selection;

/**
 * Why the school chooses as it does.
 *
 * @param goals of the school's improvement plan that the partners serve
 * @param dataLookedAt what the choice is based on
 * @param pupilsToServe whom the partners are for
 * @param communityInvolved how staff, families and pupils took part
 */
public record Needs(String goals, String dataLookedAt, String pupilsToServe, String communityInvolved) {}
