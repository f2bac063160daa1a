package org.partnershipfund.approval.usecase;

import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;

/**
 * Somebody who asks to manage the conduct of a council: its associates and its school year.
 *
 * <p>Source: docs/policy/school-site-council.md §6.1, §9.
 *
 * @param isPartnershipsTeam by role; other offices see every school and manage no council
 */
public record CouncilManager(Person person, Reach reach, boolean isPartnershipsTeam) {}
