package org.partnershipfund.allocation;

import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.Rooms;

/** Which room may know which; the rules show their teeth in the testkit's own {@code RoomsBiteTest}. */
class RoomsTest {

    @Test
    void every_arrow_points_to_the_nouns() {
        Rooms.of(RoomsTest.class.getPackageName())
                .lending("equity", "org.hipparchus..")
                .check();
    }
}
