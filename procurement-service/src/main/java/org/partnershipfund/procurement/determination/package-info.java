/** Written determinations: why something is bought without a competition, and what was looked at before it was decided. */
@NullMarked
package org.partnershipfund.procurement.determination;

import org.jspecify.annotations.NullMarked;
