/** What the event log promises, on a real PostgreSQL. */
@NullMarked
package org.partnershipfund.foundation.eventlog;

import org.jspecify.annotations.NullMarked;
