package org.partnershipfund.procurement.tender;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.procurement.contract.Person;

/**
 * What an officer hands in for one envelope: the share, or why there is none.
 *
 * @param key 0 for the first key of the tender, 1 for the second
 * @param share null if it could not be unwrapped
 */
public record Handed(UUID bid, int key, Person by, byte @Nullable [] share, @Nullable String why) {}
