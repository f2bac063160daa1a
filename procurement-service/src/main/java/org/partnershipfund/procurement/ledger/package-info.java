/**
 * The ledger: where every cent of the fund stands, from the published allocation to the paid invoice.
 *
 * <p>One restricted {@link org.partnershipfund.procurement.ledger.BudgetLine} per school and fund; one
 * {@link org.partnershipfund.procurement.ledger.Transfer} per movement, debit and credit in one row, so both sides are
 * equal by construction; a {@link org.partnershipfund.procurement.ledger.Commitment} per amount that was set aside and
 * is not yet resolved. Nothing is ever changed: a release or a correction is a new transfer.
 *
 * <p>The rules here answer with a reason; the database enforces the same rules again, against everybody (ADR 0005).
 * Source: docs/policy/ledger.md.
 */
@NullMarked
package org.partnershipfund.procurement.ledger;

import org.jspecify.annotations.NullMarked;
