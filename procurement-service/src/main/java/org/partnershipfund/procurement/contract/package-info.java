/** Contracts: what each school buys, who must sign, certify and approve it, and when it binds. */
@NullMarked
package org.partnershipfund.procurement.contract;

import org.jspecify.annotations.NullMarked;
