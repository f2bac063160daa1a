/** The operators' page in a real browser. */
@NullMarked
package org.partnershipfund.local.monitor;

import org.jspecify.annotations.NullMarked;
