/** What Prometheus is told about messages to partners' webhooks. */
@NullMarked
package org.partnershipfund.portfolio.adapter.metrics;

import org.jspecify.annotations.NullMarked;
