/** Recomputes the services' hash chains from their databases and from what was said on Kafka, with no service's help. */
@NullMarked
package org.partnershipfund.local.audit;

import org.jspecify.annotations.NullMarked;
