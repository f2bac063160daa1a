/** Bait for RoomsBiteTest: classes that break a rule on purpose. */
@NullMarked
package org.partnershipfund.testkit.bait.adapter.kafka;

import org.jspecify.annotations.NullMarked;
