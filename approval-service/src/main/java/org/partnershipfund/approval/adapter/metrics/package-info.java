/** What Prometheus is told about e-mails. */
@NullMarked
package org.partnershipfund.approval.adapter.metrics;

import org.jspecify.annotations.NullMarked;
