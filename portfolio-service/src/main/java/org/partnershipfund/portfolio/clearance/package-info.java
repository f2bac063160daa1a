/** Whether an organisation is insured, has its staff checked, is in order with its taxes: status and expiry, nothing else. */
@NullMarked
package org.partnershipfund.portfolio.clearance;

import org.jspecify.annotations.NullMarked;
