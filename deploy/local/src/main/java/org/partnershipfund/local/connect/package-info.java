/** Kafka Connect with Debezium: the relay from each event_log to Kafka, watched and repaired. */
@NullMarked
package org.partnershipfund.local.connect;

import org.jspecify.annotations.NullMarked;
