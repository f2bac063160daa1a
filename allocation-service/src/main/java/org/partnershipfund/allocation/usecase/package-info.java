/** What one can do: one class per verb; this listing is the table of contents of the service. */
@NullMarked
package org.partnershipfund.allocation.usecase;

import org.jspecify.annotations.NullMarked;
