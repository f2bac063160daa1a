/** A stretch of network between two processes that can be cut while both of them live. */
@NullMarked
package org.partnershipfund.local.wire;

import org.jspecify.annotations.NullMarked;
