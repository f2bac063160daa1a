/** Bait for RoomsBiteTest: classes that break a rule on purpose. */
@NullMarked
package org.partnershipfund.testkit.bait.noun;

import org.jspecify.annotations.NullMarked;
