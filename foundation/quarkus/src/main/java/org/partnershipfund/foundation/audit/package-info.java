/** Who did what, as whom and why; never published. */
@NullMarked
package org.partnershipfund.foundation.audit;

import org.jspecify.annotations.NullMarked;
