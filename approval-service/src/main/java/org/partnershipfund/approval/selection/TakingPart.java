package org.partnershipfund.approval.selection;

import java.util.Optional;

/**
 * Who of the community took part in the choice; never by name, because selections are public records.
 *
 * @param number how many, 1 or more; empty if nobody counted
 * @param how in what way, without names
 */
public record TakingPart(CommunityRole role, Optional<Integer> number, Optional<String> how) {}
