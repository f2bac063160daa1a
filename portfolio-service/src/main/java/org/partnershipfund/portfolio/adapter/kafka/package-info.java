/** What this service says to the others, as the contracts have it on the wire, and what it hears from them. */
@NullMarked
package org.partnershipfund.portfolio.adapter.kafka;

import org.jspecify.annotations.NullMarked;
