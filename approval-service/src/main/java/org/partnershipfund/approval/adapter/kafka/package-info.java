/** What this service says to the others and hears from them, as the contracts have it on the wire. */
@NullMarked
package org.partnershipfund.approval.adapter.kafka;

import org.jspecify.annotations.NullMarked;
