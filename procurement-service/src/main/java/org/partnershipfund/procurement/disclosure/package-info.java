/**
 * What the public sees of a purchase: releases, one per step, and what they add up to.
 *
 * <p>A {@link org.partnershipfund.procurement.disclosure.Dossier} is all that the district has on a contracting process;
 * {@link org.partnershipfund.procurement.disclosure.Picture} takes from it what may be seen today, in the words of the
 * Open Contracting Data Standard 1.1.5; {@link org.partnershipfund.procurement.disclosure.Difference} says what of that
 * was not published before, and that is the next {@link org.partnershipfund.procurement.disclosure.Release}. {@link
 * org.partnershipfund.procurement.disclosure.Merging} puts releases together again.
 *
 * <p>Source: docs/policy/disclosure.md.
 */
@NullMarked
package org.partnershipfund.procurement.disclosure;

import org.jspecify.annotations.NullMarked;
