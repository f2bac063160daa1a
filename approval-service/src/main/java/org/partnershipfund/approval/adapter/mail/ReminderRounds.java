package org.partnershipfund.approval.adapter.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.partnershipfund.approval.reminder.Turn;
import org.partnershipfund.approval.usecase.RemindPeople;
import org.partnershipfund.foundation.sql.Worker;

/** Looks again and again whom to remind; by the district's clock, so that a demo's days count too. */
@Singleton
class ReminderRounds {

    private static final int AT_ONCE = 200;

    private final RemindPeople remind;
    private final Worker worker;

    @Inject
    ReminderRounds(RemindPeople remind, MailSettings settings) {
        this.remind = remind;
        this.worker = new Worker("reminders", settings.remindEvery(), this::round);
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    private boolean round() {
        Optional<Turn> last = remind.part(Optional.empty(), AT_ONCE);
        while (last.isPresent()) {
            last = remind.part(last, AT_ONCE);
        }
        return false;
    }
}
