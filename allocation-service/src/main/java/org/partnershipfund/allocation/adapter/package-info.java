/** Doors, listeners and tables; here itself what they share, what an operator may turn, and what runs by the clock. */
@NullMarked
package org.partnershipfund.allocation.adapter;

import org.jspecify.annotations.NullMarked;
