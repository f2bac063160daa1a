/**
 * Where the money went, for everybody: added up from the ledger by school, partner, service area, method and route, and how
 * long each step took. No person is counted or named.
 *
 * <p>Source: docs/policy/disclosure.md §6 and §7.
 */
@NullMarked
package org.partnershipfund.procurement.spending;

import org.jspecify.annotations.NullMarked;
