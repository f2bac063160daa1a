/** Doors, listeners and tables; here itself the one shape that doors and tables share. */
@NullMarked
package org.partnershipfund.allocation.adapter;

import org.jspecify.annotations.NullMarked;
