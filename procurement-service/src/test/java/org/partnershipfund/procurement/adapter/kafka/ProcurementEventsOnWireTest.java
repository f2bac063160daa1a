package org.partnershipfund.procurement.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.ON_MARCH_28;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opened;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.ContractedLineV1;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundsReservedV1;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.contracts.ProcessCancelledV1;
import org.partnershipfund.contracts.ProcessOpenedV1;
import org.partnershipfund.contracts.ReservationV1;
import org.partnershipfund.contracts.RevisionRefusedV1;
import org.partnershipfund.contracts.SelectionContractedV1;
import org.partnershipfund.foundation.eventlog.OnWire;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.process.Cancelling;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessCancelled;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessOpened;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.reservation.ReservationEvent.FundsReserved;
import org.partnershipfund.procurement.reservation.ReservationEvent.RevisionRefused;
import org.partnershipfund.procurement.reservation.RevisionAnswer.Kept;

class ProcurementEventsOnWireTest {

    @Test
    void a_reservation_is_said_under_its_selection_with_every_commitment() {
        var line = line(1, "60.00");

        var wire = new ProcurementEventsOnWire()
                .of(new FundsReserved(
                        id("selection"), 2, FUND_2019, PERKINS, Money.ofDollars("60.00"), List.of(line), ON_MARCH_28));

        assertThat(wire)
                .contains(new OnWire<>(
                        Events.FUNDS_RESERVED,
                        id("selection").toString(),
                        new FundsReservedV1(
                                id("selection"),
                                2,
                                FUND_2019.value(),
                                "00350231",
                                new MoneyV1("60.00", "USD"),
                                List.of(new ReservationV1(
                                        line.line(), line.commitment().value(), new MoneyV1("60.00", "USD"))),
                                ON_MARCH_28)));
    }

    @Test
    void a_contract_is_said_under_each_selection_that_gave_lines_to_it() {
        var wire = new ProcurementEventsOnWire()
                .of(new SelectionContracted(
                        id("selection"),
                        3,
                        FUND_2019,
                        PERKINS,
                        new ContractId(id("contract")),
                        new ProcessId(id("process")),
                        List.of(new SelectionContracted.Line(id("line"), id("program"), Money.ofDollars("60.00"))),
                        ON_MARCH_28));

        assertThat(wire)
                .contains(new OnWire<>(
                        Events.SELECTION_CONTRACTED,
                        id("selection").toString(),
                        new SelectionContractedV1(
                                id("selection"),
                                3,
                                FUND_2019.value(),
                                "00350231",
                                id("contract"),
                                id("process"),
                                List.of(new ContractedLineV1(id("line"), id("program"), new MoneyV1("60.00", "USD"))),
                                ON_MARCH_28)));
    }

    @Test
    void a_revision_is_answered_under_the_school() {
        var kept = new Kept(
                id("revision"), FUND_2019, PERKINS, new Money(200), new Money(100), "It is committed.", ON_MARCH_28);

        assertThat(new ProcurementEventsOnWire().of(new RevisionRefused(kept, ON_MARCH_28)))
                .contains(new OnWire<>(
                        Events.REVISION_REFUSED,
                        "00350231",
                        new RevisionRefusedV1(
                                id("revision"),
                                FUND_2019.value(),
                                "00350231",
                                new MoneyV1("2.00", "USD"),
                                new MoneyV1("1.00", "USD"),
                                "It is committed.",
                                ON_MARCH_28)));
    }

    @Test
    void an_opened_process_says_route_method_and_value() {
        var opening = opened(List.of(line(1, "60000.00"))).opening();

        var wire = new ProcurementEventsOnWire()
                .of(new ProcessOpened(opening, List.of(id("selection")), Instant.EPOCH))
                .orElseThrow();

        assertThat(wire.subject()).isEqualTo(opening.id().toString());
        assertThat(wire.data())
                .isEqualTo(new ProcessOpenedV1(
                        opening.id().value(),
                        FUND_2019.value(),
                        2019,
                        opening.chosen().id(),
                        opening.chosen().partner(),
                        "tutoring",
                        "competition",
                        "sealed-bids-or-proposals",
                        new MoneyV1("60000.00", "USD"),
                        List.of(id("selection")),
                        Instant.EPOCH));
    }

    @Test
    void a_cancelled_process_is_said_with_its_reason_and_each_selection_once() {
        var lines = List.of(line(1, "60000.00"));
        var process = opened(lines);
        var cancelled = new Cancelling("The specification was wrong", "issuer", "olga")
                .of(process, Optional.empty(), lines, Instant.EPOCH)
                .orRefuse();

        var wire = new ProcurementEventsOnWire()
                .of((ProcessCancelled) cancelled.events().getFirst())
                .orElseThrow();

        assertThat(wire.type()).isEqualTo(Events.PROCESS_CANCELLED);
        assertThat(wire.subject()).isEqualTo(process.id().toString());
        assertThat(wire.data())
                .isEqualTo(new ProcessCancelledV1(
                        process.id().value(),
                        FUND_2019.value(),
                        2019,
                        process.opening().chosen().id(),
                        "Program A",
                        process.opening().chosen().partner(),
                        "A",
                        "The specification was wrong",
                        List.of(lines.getFirst().selection()),
                        Instant.EPOCH));
    }
}
