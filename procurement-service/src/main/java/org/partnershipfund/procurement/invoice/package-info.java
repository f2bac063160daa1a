/** Invoices: verified by each school, certified by an officer, received by the City Auditor, paid. */
@NullMarked
package org.partnershipfund.procurement.invoice;

import org.jspecify.annotations.NullMarked;
