/** The doors to the ledger: HTTP in, JSON or CSV out. Nothing is changed through them. */
@NullMarked
package org.partnershipfund.procurement.adapter.rest;

import org.jspecify.annotations.NullMarked;
