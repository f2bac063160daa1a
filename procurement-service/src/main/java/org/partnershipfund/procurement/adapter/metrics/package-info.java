/** What Prometheus is told about the books. */
@NullMarked
package org.partnershipfund.procurement.adapter.metrics;

import org.jspecify.annotations.NullMarked;
