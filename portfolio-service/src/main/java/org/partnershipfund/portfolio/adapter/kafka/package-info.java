/** What this service says to the others: its own events, as the contracts have them on the wire. */
@NullMarked
package org.partnershipfund.portfolio.adapter.kafka;

import org.jspecify.annotations.NullMarked;
