/** The packaged suite, real processes and all, while things break. */
@NullMarked
package org.partnershipfund.local.faults;

import org.jspecify.annotations.NullMarked;
