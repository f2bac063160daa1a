package org.partnershipfund.approval;

import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.Rooms;

class RoomsTest {

    /** That the rules bite is shown by testkit's {@code RoomsBiteTest}. */
    @Test
    void every_room_knows_only_what_it_may() {
        Rooms.of(RoomsTest.class.getPackageName()).check();
    }
}
