/** Whose turn it is: what waits for a person, and who may act on a selection now. */
@NullMarked
package org.partnershipfund.approval.turn;

import org.jspecify.annotations.NullMarked;
