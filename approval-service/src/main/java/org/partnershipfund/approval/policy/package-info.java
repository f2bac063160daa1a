/** What the district decides about approving in one fund: data of that fund, never a constant. */
@NullMarked
package org.partnershipfund.approval.policy;

import org.jspecify.annotations.NullMarked;
