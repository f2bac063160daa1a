/** What the runs say of themselves in {@code docs/trust.md}. */
@NullMarked
package org.partnershipfund.local.trust;

import org.jspecify.annotations.NullMarked;
