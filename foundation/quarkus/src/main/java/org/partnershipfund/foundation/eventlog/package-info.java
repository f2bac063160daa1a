/** What this service says: the event log, its position and hash chain, and the HTTP feed of it. */
@NullMarked
package org.partnershipfund.foundation.eventlog;

import org.jspecify.annotations.NullMarked;
