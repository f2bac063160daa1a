/** The supervisor: the one process that owns all others, and what it writes down about them. */
@NullMarked
package org.partnershipfund.local.supervise;

import org.jspecify.annotations.NullMarked;
