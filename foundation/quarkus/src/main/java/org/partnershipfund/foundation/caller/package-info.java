/** Who is calling, and what they may see. */
@NullMarked
package org.partnershipfund.foundation.caller;

import org.jspecify.annotations.NullMarked;
