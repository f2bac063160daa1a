/** The district clock (America/New_York): one instant for all services. Inject {@link java.time.Clock}. */
@NullMarked
package org.partnershipfund.foundation.clock;

import org.jspecify.annotations.NullMarked;
