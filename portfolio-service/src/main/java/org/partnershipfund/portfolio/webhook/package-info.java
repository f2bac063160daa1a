/** What a partner's own system is told of, where, and how it knows that it was us. */
@NullMarked
package org.partnershipfund.portfolio.webhook;

import org.jspecify.annotations.NullMarked;
