package org.partnershipfund.procurement.invoice;

import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/**
 * Where one line of an invoice stands.
 *
 * <p>Source: docs/policy/invoices.md §1.
 *
 * @param place of the line on the invoice, from 1
 * @param accepted by its school or by decision; null before its school has spoken and while it is disputed
 * @param certified null before certification
 * @param claimed what it takes of its school's share: nobody else is invoiced this much
 * @param paid in all payments
 * @param returned of what was paid
 * @param due what may be paid now; nothing before the City Auditor has it
 */
public record LineAmounts(
        int place,
        InvoiceLine line,
        @Nullable Money accepted,
        boolean disputed,
        @Nullable Money certified,
        Money claimed,
        Money paid,
        Money returned,
        Money due) {}
