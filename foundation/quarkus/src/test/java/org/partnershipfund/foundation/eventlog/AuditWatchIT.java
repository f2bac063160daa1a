package org.partnershipfund.foundation.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.testkit.Soon.soon;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.BackboneResource;

/** Operators see how old what nobody vouches for is; checkpoints are noted here only when a test says so. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class AuditWatchIT {

    private static final String THE_SEALER_S_LOCK = "SELECT pg_advisory_xact_lock(4001001)";

    @Inject
    MeterRegistry registry;

    @Inject
    EventLog events;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Sql sql;

    private void say() {
        UUID fund = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            var _ = events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT);
        });
    }

    private double value(String metric) {
        return registry.get(metric).gauge().value();
    }

    @Test
    void rows_that_no_checkpoint_covers_grow_old_until_one_is_noted() {
        say();
        say();
        soon().until(() -> value("fund.audit.checkpoint.age") > 0);

        soon().until(() -> {
            var _ = checkpoints.note();
            return value("fund.audit.checkpoint.age") == 0;
        });
    }

    @Test
    void a_row_that_waits_for_its_position_grows_old_while_another_holds_the_pen() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(sql.list(THE_SEALER_S_LOCK, row -> true)).hasSize(1);
            say();
            soon().until(() -> value("fund.audit.oldest.unsealed") > 0.5);
        });

        soon().until(() -> value("fund.audit.oldest.unsealed") == 0);
    }
}
