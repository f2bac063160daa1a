/** What happened to a selection, from its first draft to its contracts, and who saw it on the way. */
@NullMarked
package org.partnershipfund.approval.history;

import org.jspecify.annotations.NullMarked;
