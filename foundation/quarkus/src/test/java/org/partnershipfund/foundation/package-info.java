/** Tests of the foundation as a whole. */
@NullMarked
package org.partnershipfund.foundation;

import org.jspecify.annotations.NullMarked;
