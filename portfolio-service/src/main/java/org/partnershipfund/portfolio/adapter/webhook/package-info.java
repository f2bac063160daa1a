/** Sends messages to partners' own systems, as Standard Webhooks has them. */
@NullMarked
package org.partnershipfund.portfolio.adapter.webhook;

import org.jspecify.annotations.NullMarked;
