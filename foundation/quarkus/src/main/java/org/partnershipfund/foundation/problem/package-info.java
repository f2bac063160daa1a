/** Every no of every door as RFC 9457 problem+json. */
@NullMarked
package org.partnershipfund.foundation.problem;

import org.jspecify.annotations.NullMarked;
