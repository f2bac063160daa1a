package org.partnershipfund.procurement.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.invoice.Invoice.Bill;
import org.partnershipfund.procurement.invoice.Invoice.Hand;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.ProcessId;

/** docs/policy/procurement.md §8. */
class InvoicePolicyTest {

    private static final SchoolCode PERKINS = new SchoolCode("00350231");
    private static final SchoolCode ADAMS = new SchoolCode("00350302");
    private static final LocalDate EXECUTED = LocalDate.of(2018, 7, 2);
    private static final LocalDate TODAY = LocalDate.of(2018, 11, 15);
    private static final Instant NOW = Instant.parse("2018-11-15T15:00:00Z");

    private static Contract.Terms terms(String dollars) {
        var amount = Money.ofDollars(dollars);
        var share = new Share(
                PERKINS,
                id("selection"),
                id("line"),
                amount,
                new CommitmentId(id("reservation")),
                new CommitmentId(id("encumbrance")));
        return new Contract.Terms(
                new ContractId(id("contract")),
                new ProcessId(id("process")),
                FUND_2019,
                FY2019,
                program("A"),
                amount,
                amount,
                LocalDate.of(2018, 7, 1),
                LocalDate.of(2019, 6, 30),
                List.of(share),
                Policy.rules().evaluate(ON_FEBRUARY_5, amount).orRefuse().state(),
                AT_FEBRUARY_5);
    }

    private static Contract executed(String dollars) {
        var signer = new Signature(Step.DISTRICT, person("signer"), AT_FEBRUARY_5, null);
        return new Contract.Executed(terms(dollars), List.of(signer), "REQ-1", "PO-1", EXECUTED, AT_FEBRUARY_5);
    }

    private static Person person(String name) {
        return new Person("issuer", name);
    }

    private static Decision<Invoice> submit(
            Contract contract, SchoolCode school, String from, String until, String amount, String open) {
        var line = new InvoiceLine(
                school, LocalDate.parse(from), LocalDate.parse(until), Money.ofDollars(amount), "Homework club");
        var bill = new Bill(
                new InvoiceId(id("invoice")),
                contract.id(),
                new ProcessId(id("process")),
                contract.partner(),
                "2018-11",
                List.of(line),
                person("partner"),
                NOW);
        return Invoice.submit(bill, contract, Map.of(PERKINS, Money.ofDollars(open)), TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "10000.00, 2018-07-02, 2018-10-31, 5000.00, 10000.00, done",
        "10000.00, 2018-07-01, 2018-10-31, 5000.00, 10000.00, ServiceBeforeExecution",
        "9999.99, 2018-07-01, 2018-10-31, 5000.00, 9999.99, done",
        "9999.99, 2018-06-30, 2018-10-31, 5000.00, 9999.99, ServiceDatesNotPossible",
        "10000.00, 2018-09-01, 2018-08-31, 5000.00, 10000.00, ServiceDatesNotPossible",
        "10000.00, 2018-09-01, 2018-11-15, 5000.00, 10000.00, done",
        "10000.00, 2018-09-01, 2018-11-16, 5000.00, 10000.00, ServiceDatesNotPossible",
        "10000.00, 2018-09-01, 2018-10-31, 5000.00, 5000.00, done",
        "10000.00, 2018-09-01, 2018-10-31, 5000.01, 5000.00, OverEncumbrance",
        "10000.00, 2018-09-01, 2018-10-31, 0.00, 5000.00, NothingInvoiced"
    })
    void a_line_is_for_delivered_work_under_the_contract_and_within_what_is_open(
            String contract, String from, String until, String amount, String open, String outcome) {
        assertThat(outcome(submit(executed(contract), PERKINS, from, until, amount, open)))
                .isEqualTo(outcome);
    }

    @Test
    void only_schools_of_an_executed_contract_are_invoiced() {
        assertThat(outcome(submit(executed("100.00"), ADAMS, "2018-09-01", "2018-10-31", "1.00", "100.00")))
                .isEqualTo("NotOnContract");
        var draft = new Contract.Draft(terms("100.00"), List.of());
        assertThat(outcome(submit(draft, PERKINS, "2018-09-01", "2018-10-31", "1.00", "100.00")))
                .isEqualTo("ContractNotExecuted");
    }

    @Test
    void five_hands_pay_an_invoice() {
        var contract = executed("10000.00");
        Invoice submitted = submitted(contract);
        assertThat(outcome(Invoice.certify(submitted, contract, hand("officer"))))
                .isEqualTo("StepNotNow");

        Invoice verified =
                Invoice.verify(submitted, said("leader", true)).orRefuse().state();
        Invoice certified =
                Invoice.certify(verified, contract, hand("officer")).orRefuse().state();
        Invoice received =
                Invoice.receive(certified, hand("auditor")).orRefuse().state();
        var paid = Invoice.pay(received, contract, hand("budget"), "EFT-1").orRefuse();

        assertThat(Invoice.word(paid.state())).isEqualTo("paid");
        assertThat(paid.events()).hasSize(1);
        assertThat(outcome(Invoice.pay(paid.state(), contract, hand("other"), "EFT-2")))
                .isEqualTo("StepNotNow");
        assertThat(outcome(Invoice.pay(certified, contract, hand("budget"), "EFT-1")))
                .isEqualTo("StepNotNow");
        assertThat(outcome(Invoice.receive(verified, hand("auditor")))).isEqualTo("StepNotNow");
    }

    @Test
    void nobody_certifies_what_they_verified_or_signed() {
        var contract = executed("10000.00");
        Invoice submitted = submitted(contract);
        assertThat(outcome(Invoice.verify(submitted, said("partner", true)))).isEqualTo("SeparationOfDuties");
        Invoice verified =
                Invoice.verify(submitted, said("leader", true)).orRefuse().state();
        assertThat(outcome(Invoice.certify(verified, contract, hand("leader")))).isEqualTo("SeparationOfDuties");
        assertThat(outcome(Invoice.certify(verified, contract, hand("signer")))).isEqualTo("SeparationOfDuties");
        Invoice certified =
                Invoice.certify(verified, contract, hand("officer")).orRefuse().state();
        assertThat(outcome(Invoice.receive(certified, hand("officer")))).isEqualTo("SeparationOfDuties");
        Invoice received =
                Invoice.receive(certified, hand("auditor")).orRefuse().state();
        assertThat(outcome(Invoice.pay(received, contract, hand("auditor"), "EFT-1")))
                .isEqualTo("SeparationOfDuties");
    }

    @Test
    void one_no_rejects_the_invoice_for_good() {
        var contract = executed("10000.00");

        Invoice rejected = Invoice.verify(submitted(contract), said("leader", false))
                .orRefuse()
                .state();

        assertThat(Invoice.word(rejected)).isEqualTo("rejected");
        assertThat(outcome(Invoice.verify(rejected, said("leader", true)))).isEqualTo("StepNotNow");
        assertThat(outcome(Invoice.certify(rejected, contract, hand("officer"))))
                .isEqualTo("StepNotNow");
    }

    private static Invoice submitted(Contract contract) {
        return submit(contract, PERKINS, "2018-09-01", "2018-10-31", "5000.00", "10000.00")
                .orRefuse()
                .state();
    }

    private static Verification said(String who, boolean delivered) {
        return new Verification(PERKINS, delivered, null, person(who), NOW);
    }

    private static Hand hand(String who) {
        return new Hand(person(who), NOW);
    }
}
