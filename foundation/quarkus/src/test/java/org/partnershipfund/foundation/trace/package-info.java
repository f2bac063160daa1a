/** Tests of the spans that a collector would get. */
@NullMarked
package org.partnershipfund.foundation.trace;

import org.jspecify.annotations.NullMarked;
