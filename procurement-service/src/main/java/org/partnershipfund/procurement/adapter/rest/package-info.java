/** The doors of procurement: HTTP in, JSON or CSV out. The ledger is only read through them; money moves by verbs. */
@NullMarked
package org.partnershipfund.procurement.adapter.rest;

import org.jspecify.annotations.NullMarked;
