/** The verbs of procurement, one class each: load, decide, store, in one transaction. */
@NullMarked
package org.partnershipfund.procurement.usecase;

import org.jspecify.annotations.NullMarked;
