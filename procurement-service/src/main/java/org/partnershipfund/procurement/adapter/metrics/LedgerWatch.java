package org.partnershipfund.procurement.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.partnershipfund.foundation.metrics.Measurements;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.TrialBalance;

/** Draws up the trial balance now and then, so that books that do not agree raise an alarm without being asked. */
@Singleton
class LedgerWatch {

    private final Ledger ledger;
    private final Measurements measurements;

    @Inject
    LedgerWatch(Ledger ledger, LedgerWatchSettings settings, MeterRegistry registry) {
        this.ledger = ledger;
        this.measurements = new Measurements("ledger-watch", settings.watchEvery(), this::look);
        measurements.gauge(
                registry,
                "balances",
                "fund.ledger.balances",
                "",
                "1 while debits equal credits and nothing stored differs from its transfers");
        measurements.gauge(
                registry,
                "papers",
                "fund.ledger.papers.agree",
                "",
                "1 while the ledger agrees with selections, contracts and invoices");
        measurements.gauge(
                registry, "disagreements", "fund.ledger.disagreements", "", "Places where the books differ, up to 200");
        measurements.gauge(registry, "transfers", "fund.ledger.transfers", "", "Transfers in the ledger");
    }

    void start(@Observes StartupEvent starting) {
        measurements.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        measurements.stop();
    }

    private Map<String, Double> look() {
        TrialBalance trial = QuarkusTransaction.requiringNew().call(() -> ledger.trialBalance(LedgerSlice.ALL));
        return Map.of(
                "balances",
                trial.balances() ? 1.0 : 0.0,
                "papers",
                trial.papers().agree() ? 1.0 : 0.0,
                "disagreements",
                (double) (trial.disagreements().size()
                        + trial.papers().disagreements().size()),
                "transfers",
                (double) trial.transfers());
    }
}
