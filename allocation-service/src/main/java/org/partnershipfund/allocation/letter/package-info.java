/**
 * What the district writes to schools and partners: which figures and days a letter holds. The words around them are
 * templates ({@code src/main/resources/templates/letter}), from which page and PDF are made.
 *
 * <p>A letter is written anew each time it is read, from what never changes; so it is never out of date, and the same
 * data always give the same letter.
 */
@NullMarked
package org.partnershipfund.allocation.letter;

import org.jspecify.annotations.NullMarked;
