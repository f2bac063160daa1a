/** Tests of the foundation's clock. */
@NullMarked
package org.partnershipfund.foundation.clock;

import org.jspecify.annotations.NullMarked;
