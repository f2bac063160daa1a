/**
 * What everybody needs to recount an allocation: the rules, and of each school the published index, the pupils and what
 * came out. No pupil's data is in it, and nothing that was not published.
 *
 * <p>Source: docs/policy/letters.md §4.
 */
@NullMarked
package org.partnershipfund.allocation.bundle;

import org.jspecify.annotations.NullMarked;
