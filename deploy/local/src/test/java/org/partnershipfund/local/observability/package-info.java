/** What operators are told: metrics, alerts, dashboards, health, logs, traces. */
@NullMarked
package org.partnershipfund.local.observability;

import org.jspecify.annotations.NullMarked;
