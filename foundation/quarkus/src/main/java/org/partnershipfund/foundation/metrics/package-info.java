/** Figures for Prometheus that somebody has to look up. */
@NullMarked
package org.partnershipfund.foundation.metrics;

import org.jspecify.annotations.NullMarked;
