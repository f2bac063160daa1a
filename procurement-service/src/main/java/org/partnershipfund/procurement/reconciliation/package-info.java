/** Reconciliation: the ledger beside a file of the city's accounting system. */
@NullMarked
package org.partnershipfund.procurement.reconciliation;

import org.jspecify.annotations.NullMarked;
