/** What the inbox promises, on a real PostgreSQL and a real Kafka. */
@NullMarked
package org.partnershipfund.foundation.inbox;

import org.jspecify.annotations.NullMarked;
