package org.partnershipfund.local;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.partnershipfund.local.place.Service;

/** Takes a relay's replication slot away, as an administrator's mistake would. */
public final class LostSlot {

    private LostSlot() {}

    /** Returns when the slot is gone, whatever holds on to it. */
    public static void of(Suite suite, Service service) throws SQLException, InterruptedException {
        try (var administrator = suite.administrator(service);
                var statement = administrator.createStatement()) {
            Suite.await("the slot is dropped", Duration.ofMinutes(3), () -> drop(statement, service.slot()));
        }
    }

    private static boolean drop(Statement statement, String slot) {
        try {
            var _ = statement.execute(
                    "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = '%s'"
                            .formatted(slot));
            var _ = statement.execute("SELECT pg_drop_replication_slot('%s')".formatted(slot));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
