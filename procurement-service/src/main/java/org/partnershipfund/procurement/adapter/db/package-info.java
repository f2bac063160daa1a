/**
 * Tables: rows never leave this room, nouns never become rows.
 *
 * <p>In the ledger the application may insert and change nothing; balances are the work of the trigger in V104 (ADR
 * 0005). Processes, contracts and invoices are folders: a document beside the columns that others look at.
 */
@NullMarked
package org.partnershipfund.procurement.adapter.db;

import org.jspecify.annotations.NullMarked;
