/** One class per verb: load, decide, store, say, audit; each in one transaction. */
@NullMarked
package org.partnershipfund.approval.usecase;

import org.jspecify.annotations.NullMarked;
