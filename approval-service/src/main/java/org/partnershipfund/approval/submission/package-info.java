/** What of the approved selections goes to the budget system, edition by edition, and where every school stands. */
@NullMarked
package org.partnershipfund.approval.submission;

import org.jspecify.annotations.NullMarked;
