/** Tests of the foundation's audit. */
@NullMarked
package org.partnershipfund.foundation.audit;

import org.jspecify.annotations.NullMarked;
