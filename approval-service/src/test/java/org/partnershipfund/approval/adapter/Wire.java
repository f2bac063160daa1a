package org.partnershipfund.approval.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;

/** Records as the relays of the other services publish them: written by hand, so that the wire has a witness. */
public final class Wire implements AutoCloseable {

    private static final Instant ON_DECEMBER_8 = Instant.parse("2017-12-08T13:00:00Z");

    private final KafkaProducer<String, byte[]> producer;

    public Wire(String servers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        producer.close();
    }

    public void fundOpened(UUID fund) {
        say(Events.FUND_OPENED, fund.toString(), """
                {"fundId": "%s", "name": "Partnership Fund FY2019", "fiscalYear": 2019,
                 "startsOn": "2018-07-01", "endsOn": "2019-06-30",
                 "pool": {"amount": "5700000.00", "currency": "USD"},
                 "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "0000"},
                 "openedAt": "2017-12-01T13:00:00Z"}
                """.formatted(fund));
    }

    public void fundClosed(UUID fund, int fiscalYear) {
        say(Events.FUND_CLOSED, fund.toString(), """
                {"fundId": "%s", "fiscalYear": %d, "closedAt": "2019-07-01T13:00:00Z"}
                """.formatted(fund, fiscalYear));
    }

    public void allocationPublished(UUID fund, String school, String dollars) {
        say(Events.ALLOCATION_PUBLISHED, school, """
                {"allocationId": "%s", "fundId": "%s", "scenarioId": "%s", "fiscalYear": 2019,
                 "schoolCode": "%s", "schoolName": "School %s", "responsibilityCentre": "101203",
                 "amount": {"amount": "%s", "currency": "USD"}, "index": "0.84", "enrolment": 238,
                 "publishedAt": "2017-12-08T13:00:00Z"}
                """.formatted(
                        UUID.randomUUID(), fund, UUID.randomUUID(), school, school, dollars));
    }

    public void allocationRevised(UUID fund, String school, String before, String after) {
        say(Events.ALLOCATION_REVISED, school, """
                {"revisionId": "%s", "allocationId": "%s", "fundId": "%s", "schoolCode": "%s",
                 "before": {"amount": "%s", "currency": "USD"}, "after": {"amount": "%s", "currency": "USD"},
                 "reason": "a test", "revisedAt": "2018-02-01T13:00:00Z"}
                """.formatted(
                        UUID.randomUUID(), UUID.randomUUID(), fund, school, before, after));
    }

    public void partnerRegistered(UUID partner) {
        say(Events.PARTNER_REGISTERED, partner.toString(), """
                {"partnerId": "%s", "name": "Harbor Youth Alliance", "kind": "nonprofit",
                 "members": [{"issuer": "http://issuer.example", "subject": "p"}],
                 "registeredAt": "2017-10-01T13:00:00Z"}
                """.formatted(partner));
    }

    public void programRegistered(UUID program, UUID partner, String unit, String dollars) {
        say(Events.PROGRAM_REGISTERED, program.toString(), program(program, partner, unit, 1, dollars, "registeredAt"));
    }

    public void programChanged(UUID program, UUID partner, int version, String dollars) {
        say(
                Events.PROGRAM_CHANGED,
                program.toString(),
                program(program, partner, "agreed", version, dollars, "changedAt"));
    }

    private static String program(UUID program, UUID partner, String unit, int version, String dollars, String at) {
        return """
                {"programId": "%s", "partnerId": "%s", "partnerName": "Harbor Youth Alliance",
                 "name": "Harbor Homework Club", "serviceArea": "afterschool-and-recreation", "grades": ["K", "1"],
                 "capacity": 400,
                 "priceSheet": {"version": %d, "validFrom": "2017-09-01", "prices": [
                   {"code": "year", "description": "One school year", "unit": "%s",
                    "amount": {"amount": "%s", "currency": "USD"}}]},
                 "%s": "2017-10-02T15:00:00Z"}
                """.formatted(program, partner, version, unit, dollars, at);
    }

    public void programVetted(UUID program, UUID partner, String from, String until) {
        programVetted(program, partner, UUID.randomUUID(), from, until);
    }

    public void programVetted(UUID program, UUID partner, UUID application, String from, String until) {
        say(Events.PROGRAM_VETTED, program.toString(), """
                {"programId": "%s", "partnerId": "%s", "applicationId": "%s", "cycleId": "%s",
                 "category": "afterschool-and-recreation", "validFrom": "%s", "validUntil": "%s",
                 "vettedAt": "2017-11-15T13:00:00Z"}
                """.formatted(
                        program, partner, application, UUID.randomUUID(), from, until));
    }

    public void programSuspended(UUID program, UUID partner, UUID application) {
        say(Events.PROGRAM_SUSPENDED, program.toString(), """
                {"programId": "%s", "partnerId": "%s", "applicationId": "%s", "suspendedFrom": "2018-01-15",
                 "suspendedAt": "2018-01-15T15:00:00Z"}
                """.formatted(program, partner, application));
    }

    public void programReinstated(UUID program, UUID partner, UUID application) {
        say(Events.PROGRAM_REINSTATED, program.toString(), """
                {"programId": "%s", "partnerId": "%s", "applicationId": "%s", "reinstatedOn": "2018-01-22",
                 "reinstatedAt": "2018-01-22T15:00:00Z"}
                """.formatted(program, partner, application));
    }

    public void fundsReserved(String selection, int version, UUID fund, String school) {
        say(Events.FUNDS_RESERVED, selection, """
                {"selectionId": "%s", "version": %d, "fundId": "%s", "schoolCode": "%s",
                 "total": {"amount": "100.00", "currency": "USD"},
                 "reservations": [{"lineId": "%s", "commitmentId": "%s", "amount": {"amount": "100.00", "currency": "USD"}}],
                 "reservedAt": "2018-02-01T13:00:00Z"}
                """.formatted(
                        selection, version, fund, school, UUID.randomUUID(), UUID.randomUUID()));
    }

    public void reservationRefused(String selection, int version, UUID fund, String school) {
        say(Events.RESERVATION_REFUSED, selection, """
                {"selectionId": "%s", "version": %d, "fundId": "%s", "schoolCode": "%s",
                 "requested": {"amount": "100.00", "currency": "USD"}, "available": {"amount": "1.00", "currency": "USD"},
                 "reason": "$100.00 was asked for and $1.00 is available. Take less.",
                 "refusedAt": "2018-02-01T13:00:00Z"}
                """.formatted(selection, version, fund, school));
    }

    public void outcomeDiffers(String selection, int version, UUID fund, String school, UUID chosen, UUID awarded) {
        say(Events.PROCUREMENT_OUTCOME_DIFFERS, selection, """
                {"selectionId": "%s", "version": %d, "fundId": "%s", "schoolCode": "%s", "processId": "%s",
                 "lineId": "%s", "chosenProgramId": "%s", "awardedProgramId": "%s", "awardedPartnerId": "%s",
                 "awardedPartnerName": "Harbor Youth Alliance", "awardedAmount": {"amount": "90.00", "currency": "USD"},
                 "reason": "the lowest responsible quote", "decidedAt": "2018-05-01T13:00:00Z"}
                """.formatted(
                        selection,
                        version,
                        fund,
                        school,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        chosen,
                        awarded,
                        UUID.randomUUID()));
    }

    /** Central office gave up a purchase for that selection. */
    public void processCancelled(String process, String selection, UUID fund) {
        say(Events.PROCESS_CANCELLED, process, """
                {"processId": "%s", "fundId": "%s", "fiscalYear": 2019, "programId": "%s",
                 "programName": "Homework Club", "partnerId": "%s", "partnerName": "Harbor Youth Alliance",
                 "reason": "The specification was wrong.", "selectionIds": ["%s"],
                 "cancelledAt": "2018-05-02T13:00:00Z"}
                """.formatted(
                        process, fund, UUID.randomUUID(), UUID.randomUUID(), selection));
    }

    /** Under one contract with one line, that of the version. */
    public void contracted(
            String selection, int version, UUID fund, String school, UUID contract, UUID program, String dollars) {
        say(Events.SELECTION_CONTRACTED, selection, """
                {"selectionId": "%s", "version": %d, "fundId": "%s", "schoolCode": "%s", "contractId": "%s",
                 "processId": "%s",
                 "lines": [{"lineId": "%s", "programId": "%s", "amount": {"amount": "%s", "currency": "USD"}}],
                 "contractedAt": "2018-05-14T15:00:00Z"}
                """.formatted(
                selection, version, fund, school, contract, UUID.randomUUID(), UUID.randomUUID(), program, dollars));
    }

    /** Said of the same version some time later: its line costs so much now. */
    public void contractedAnew(
            String selection,
            int version,
            UUID fund,
            String school,
            UUID contract,
            UUID program,
            String dollars,
            Instant at) {
        say(Events.SELECTION_CONTRACTED, selection, """
                {"selectionId": "%s", "version": %d, "fundId": "%s", "schoolCode": "%s", "contractId": "%s",
                 "processId": "%s",
                 "lines": [{"lineId": "%s", "programId": "%s", "amount": {"amount": "%s", "currency": "USD"}}],
                 "contractedAt": "%s"}
                """.formatted(
                        selection,
                        version,
                        fund,
                        school,
                        contract,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        program,
                        dollars,
                        at));
    }

    /** One contract is delivered, of which so much was paid for the selection. */
    public void completed(String selection, UUID fund, String school, UUID contract, UUID program, String paid) {
        String process = UUID.randomUUID().toString();
        say(Events.CONTRACT_COMPLETED, process, """
                {"contractId": "%s", "processId": "%s", "fundId": "%s", "fiscalYear": 2019, "programId": "%s",
                 "partnerId": "%s",
                 "shares": [{"schoolCode": "%s", "selectionId": "%s", "lineId": "%s",
                             "amount": {"amount": "%s", "currency": "USD"}}],
                 "completedAt": "2019-06-24T15:00:00Z"}
                """.formatted(
                contract, process, fund, program, UUID.randomUUID(), school, selection, UUID.randomUUID(), paid));
    }

    /** One contract ended, of which so much was spent for the selection. */
    public void terminated(String selection, UUID fund, String school, UUID contract, UUID program, String spent) {
        String process = UUID.randomUUID().toString();
        say(Events.CONTRACT_TERMINATED, process, """
                {"contractId": "%s", "processId": "%s", "fundId": "%s", "fiscalYear": 2019, "programId": "%s",
                 "partnerId": "%s", "executed": true,
                 "shares": [{"schoolCode": "%s", "selectionId": "%s", "lineId": "%s",
                             "amount": {"amount": "%s", "currency": "USD"}}],
                 "terminatedAt": "2018-11-14T15:00:00Z"}
                """.formatted(
                contract, process, fund, program, UUID.randomUUID(), school, selection, UUID.randomUUID(), spent));
    }

    /** A credit note on an invoice under the contract, of which so much had been paid. */
    public void credited(UUID creditNote, UUID fund, String school, UUID contract, String amount, String returned) {
        String process = UUID.randomUUID().toString();
        say(Events.INVOICE_CREDITED, process, """
                {"invoiceId": "%s", "contractId": "%s", "processId": "%s", "fundId": "%s", "fiscalYear": 2019,
                 "partnerId": "%s", "creditNoteId": "%s", "schoolCode": "%s",
                 "amount": {"amount": "%s", "currency": "USD"}, "returned": {"amount": "%s", "currency": "USD"},
                 "creditedAt": "2019-02-14T15:00:00Z"}
                """.formatted(
                UUID.randomUUID(), contract, process, fund, UUID.randomUUID(), creditNote, school, amount, returned));
    }

    /** A contract has its numbers. */
    public void ordered(String selection, UUID fund, String school, UUID contract, UUID program) {
        String process = UUID.randomUUID().toString();
        say(Events.PURCHASE_ORDER_ISSUED, process, """
                {"contractId": "%s", "processId": "%s", "fundId": "%s", "fiscalYear": 2019, "programId": "%s",
                 "partnerId": "%s", "requisition": "REQ-2019-000017", "purchaseOrder": "PO-2019-000017",
                 "startsOn": "2018-07-01", "endsOn": "2019-06-30",
                 "shares": [{"schoolCode": "%s", "selectionId": "%s", "lineId": "%s",
                             "amount": {"amount": "600.00", "currency": "USD"}}],
                 "issuedAt": "2018-07-02T15:00:00Z"}
                """.formatted(
                        contract, process, fund, program, UUID.randomUUID(), school, selection, UUID.randomUUID()));
    }

    /** Says the event and waits until Kafka has it. */
    public void say(EventType<?> type, String subject, String json) {
        var headers = new RecordHeaders();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/" + type.speaker().word() + "-service",
                        "ce_type",
                        type.type(),
                        "ce_subject",
                        subject,
                        "ce_time",
                        ON_DECEMBER_8.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        var record = new ProducerRecord<>(
                "partnership-fund.%s.v1".formatted(type.speaker().word()),
                null,
                subject,
                json.getBytes(StandardCharsets.UTF_8),
                headers);
        try {
            var _ = producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("Kafka did not take a record", e);
        }
    }
}
