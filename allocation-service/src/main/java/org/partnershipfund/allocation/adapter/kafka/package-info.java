/** What this service says to the others, as the contracts have it on the wire, and what it hears and makes of it. */
@NullMarked
package org.partnershipfund.allocation.adapter.kafka;

import org.jspecify.annotations.NullMarked;
