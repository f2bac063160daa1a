/** One Kafka broker (KRaft) in a JVM of its own, and the topics. */
@NullMarked
package org.partnershipfund.local.kafka;

import org.jspecify.annotations.NullMarked;
