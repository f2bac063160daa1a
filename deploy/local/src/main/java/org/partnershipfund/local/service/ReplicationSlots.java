package org.partnershipfund.local.service;

import java.sql.SQLException;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.process.StartFailedException;

/** The place in the log up to which each relay has read; it must exist before the service writes its first event. */
public final class ReplicationSlots {

    private final Logins logins;

    public ReplicationSlots(Logins logins) {
        this.logins = logins;
    }

    /** Creates the slot when there is none; answers whether it did. */
    public boolean create(Service service) {
        try (var connection = logins.administrator(service.word());
                var create = connection.prepareStatement("""
                        SELECT pg_create_logical_replication_slot(?, 'pgoutput')
                        WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = ?)
                        """)) {
            create.setString(1, service.slot());
            create.setString(2, service.slot());
            try (var created = create.executeQuery()) {
                return created.next();
            }
        } catch (SQLException e) {
            throw new StartFailedException(
                    "the replication slot of " + service.module() + " cannot be created: " + e.getMessage(), e);
        }
    }

    /**
     * Whether there are events and no slot that could still deliver them. After a restoration a slot of that name may be
     * left that belongs to the database before it: it delivers nothing of this one.
     */
    public boolean isLost(Service service) {
        try (var connection = logins.administrator(service.word());
                var look = connection.prepareStatement("""
                        SELECT EXISTS (SELECT FROM event_log)
                           AND NOT EXISTS (SELECT FROM pg_replication_slots
                                            WHERE slot_name = ? AND database = current_database()
                                              AND wal_status IS DISTINCT FROM 'lost')
                        """)) {
            look.setString(1, service.slot());
            try (var answer = look.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether a relay is connected to the slot and has confirmed a place in the log. */
    public boolean isRead(Service service) {
        try (var connection = logins.administrator(service.word());
                var look = connection.prepareStatement("""
                        SELECT active AND confirmed_flush_lsn IS NOT NULL
                          FROM pg_replication_slots WHERE slot_name = ?
                        """)) {
            look.setString(1, service.slot());
            try (var slot = look.executeQuery()) {
                return slot.next() && slot.getBoolean(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** Drops the slot, which nobody may be reading, and creates it at the present end of the log. */
    public void replace(Service service) {
        try (var connection = logins.administrator(service.word());
                var drop = connection.prepareStatement(
                        "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = ?")) {
            drop.setString(1, service.slot());
            var _ = drop.execute();
        } catch (SQLException e) {
            throw new StartFailedException(
                    "the replication slot of " + service.module() + " cannot be dropped: " + e.getMessage(), e);
        }
        var _ = create(service);
    }
}
