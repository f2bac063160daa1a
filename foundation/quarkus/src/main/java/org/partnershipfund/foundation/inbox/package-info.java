/** What this service hears: each event once, in order per key; dead letters for what cannot be used. */
@NullMarked
package org.partnershipfund.foundation.inbox;

import org.jspecify.annotations.NullMarked;
