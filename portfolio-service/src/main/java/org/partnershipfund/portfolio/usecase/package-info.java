/** What one can do: one class per verb; this listing is the table of contents of the service. */
@NullMarked
package org.partnershipfund.portfolio.usecase;

import org.jspecify.annotations.NullMarked;
