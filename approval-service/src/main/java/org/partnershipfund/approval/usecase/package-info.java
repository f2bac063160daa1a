/**
 * One class per verb: load, decide, store, say, audit; each in one transaction.
 *
 * <p>Whoever holds more than one thing takes them in this order, so that nobody waits in a circle: the fund, the school's
 * allocation of it, the meeting, the motion, the selection.
 */
@NullMarked
package org.partnershipfund.approval.usecase;

import org.jspecify.annotations.NullMarked;
