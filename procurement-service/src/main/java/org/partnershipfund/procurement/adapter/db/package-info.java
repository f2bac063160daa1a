/**
 * Tables: rows never leave this room, nouns never become rows.
 *
 * <p>The application may insert here and change nothing; balances are the work of the trigger in V104 (ADR 0005).
 */
@NullMarked
package org.partnershipfund.procurement.adapter.db;

import org.jspecify.annotations.NullMarked;
