/** The hash chain over a service's two logs: how a link follows, and how anybody walks it again (decision 0004). */
@NullMarked
package org.partnershipfund.kernel.chain;

import org.jspecify.annotations.NullMarked;
