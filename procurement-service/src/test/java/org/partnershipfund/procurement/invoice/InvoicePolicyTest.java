package org.partnershipfund.procurement.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
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
import org.partnershipfund.procurement.invoice.InvoiceLine.Delivered;
import org.partnershipfund.procurement.invoice.InvoiceLine.Item;
import org.partnershipfund.procurement.invoice.LineDecision.Side;
import org.partnershipfund.procurement.invoice.Paying.Credit;
import org.partnershipfund.procurement.invoice.Paying.Order;
import org.partnershipfund.procurement.invoice.Settlement.Part;
import org.partnershipfund.procurement.invoice.Submission.Earlier;
import org.partnershipfund.procurement.invoice.Verification.Verdict;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.ProcessId;

/** docs/policy/invoices.md, table by table. */
class InvoicePolicyTest {

    private static final String PAGE = "invoices.md";
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

    private static InvoiceLine line(
            SchoolCode school, String from, String until, String amount, List<String> continues) {
        return new InvoiceLine(
                school,
                LocalDate.parse(from),
                LocalDate.parse(until),
                Money.ofDollars(amount),
                "Homework club",
                new Item("lump sum", BigDecimal.ONE, Money.ofDollars(amount)),
                new Delivered(24, 36, null),
                continues);
    }

    private static Bill bill(Contract contract, InvoiceLine... lines) {
        return new Bill(
                new InvoiceId(id("invoice")),
                contract.id(),
                new ProcessId(id("process")),
                contract.partner(),
                "2018-11",
                List.of(lines),
                person("partner"),
                NOW);
    }

    private static Decision<Invoice> submit(
            Contract contract, SchoolCode school, String from, String until, String amount, String open) {
        return Submission.submit(
                bill(contract, line(school, from, until, amount, List.of())),
                contract,
                Map.of(PERKINS, Money.ofDollars(open)),
                List.of(),
                TODAY);
    }

    static List<List<String>> services() {
        return Policy.table(PAGE, "| contract | service from |");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_line_is_for_delivered_work_under_the_contract_and_within_what_is_open(List<String> row) {
        assertThat(outcome(submit(executed(row.get(0)), PERKINS, row.get(1), row.get(2), row.get(3), row.get(4))))
                .isEqualTo(row.get(5));
    }

    static List<List<String>> periods() {
        return Policy.table(PAGE, "| earlier invoices | this line |");
    }

    @ParameterizedTest
    @MethodSource("periods")
    void the_same_days_are_invoiced_once_unless_the_line_says_what_it_continues(List<String> row) {
        List<Earlier> earlier = Stream.of(row.get(0).split(", "))
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    String[] words = text.split(" ", -1);
                    return new Earlier(
                            words[0],
                            text.endsWith("at another school") ? ADAMS : PERKINS,
                            LocalDate.parse(words[1]),
                            LocalDate.parse(words[2]));
                })
                .toList();
        String[] days = row.get(1).split(" ", -1);
        List<String> continues =
                row.get(2).isEmpty() ? List.of() : List.of(row.get(2).split(" ", -1));
        var contract = executed("10000.00");

        assertThat(outcome(Submission.submit(
                        bill(contract, line(PERKINS, days[0], days[1], "10.00", continues)),
                        contract,
                        Map.of(PERKINS, Money.ofDollars("10000.00")),
                        earlier,
                        TODAY)))
                .isEqualTo(row.get(3));
    }

    static List<List<String>> items() {
        return Policy.table(PAGE, "| quantity | unit price |");
    }

    @ParameterizedTest
    @MethodSource("items")
    void an_amount_is_quantity_times_price_to_the_cent(List<String> row) {
        var contract = executed("10000.00");
        var line = new InvoiceLine(
                PERKINS,
                LocalDate.of(2018, 9, 1),
                LocalDate.of(2018, 9, 30),
                Money.ofDollars(row.get(2)),
                "Homework club",
                new Item("session", new BigDecimal(row.get(0)), Money.ofDollars(row.get(1))),
                new Delivered(24, null, null),
                List.of());

        assertThat(outcome(Submission.submit(
                        bill(contract, line),
                        contract,
                        Map.of(PERKINS, Money.ofDollars("10000.00")),
                        List.of(),
                        TODAY)))
                .isEqualTo(row.get(3));
    }

    @Test
    void the_same_line_stands_on_an_invoice_once_however_its_count_is_written() {
        var contract = executed("10000.00");
        var once = line(PERKINS, "2018-09-01", "2018-09-30", "10.00", List.of());
        var again = new InvoiceLine(
                once.school(),
                once.serviceFrom(),
                once.serviceUntil(),
                once.amount(),
                once.description(),
                new Item("lump sum", new BigDecimal("1.00"), once.amount()),
                once.delivered(),
                List.of());

        assertThat(outcome(Submission.submit(
                        bill(contract, once, again),
                        contract,
                        Map.of(PERKINS, Money.ofDollars("10000.00")),
                        List.of(),
                        TODAY)))
                .isEqualTo("LineTwice");
    }

    @Test
    void only_schools_of_an_executed_contract_are_invoiced() {
        assertThat(outcome(submit(executed("100.00"), ADAMS, "2018-09-01", "2018-10-31", "1.00", "100.00")))
                .isEqualTo("NotOnContract");
        var draft = new Contract.Draft(terms("100.00"), List.of());
        assertThat(outcome(submit(draft, PERKINS, "2018-09-01", "2018-10-31", "1.00", "100.00")))
                .isEqualTo("ContractNotExecuted");
    }

    /** An invoice with these lines of one school, submitted. */
    private static Invoice submitted(String amounts) {
        var contract = executed("10000.00");
        List<InvoiceLine> lines = Stream.of(amounts.split(" "))
                .map(amount -> line(PERKINS, "2018-09-01", "2018-10-31", amount, List.of()))
                .toList();
        return Submission.submit(
                        bill(contract, lines.toArray(InvoiceLine[]::new)),
                        contract,
                        Map.of(PERKINS, Money.ofDollars("10000.00")),
                        List.of(),
                        TODAY)
                .orRefuse()
                .state();
    }

    static List<List<String>> checks() {
        return Policy.table(PAGE, "| lines | school says |");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void a_school_accepts_whole_in_part_or_disputes_and_what_it_does_not_accept_is_open_again(List<String> row) {
        Decision<Invoice> decision = Checking.verify(submitted(row.get(0)), said("leader", row.get(1)));
        for (String word : row.get(2).split(", ", -1)) {
            if (!word.isEmpty() && decision instanceof Accepted<Invoice>(var checked, var _)) {
                String[] words = word.split(" ", -1);
                boolean isSchool = words[0].equals("school");
                decision = Checking.decide(
                        checked,
                        new LineDecision(
                                Integer.parseInt(words[1]),
                                Money.ofDollars(words[2]),
                                "As the sheets show",
                                isSchool ? Side.SCHOOL : Side.OFFICER,
                                person(isSchool ? "leader" : "officer"),
                                NOW));
            }
        }

        if (decision instanceof Accepted<Invoice>(var checked, var _)) {
            assertThat(Invoice.word(checked)).isEqualTo(row.get(3));
            assertThat(checked.total(LineAmounts::claimed).dollars()).isEqualTo(row.get(4));
        } else {
            assertThat(outcome(decision)).isEqualTo(row.get(3));
        }
    }

    private static Verification said(String who, String words) {
        List<Verdict> verdicts = Stream.of(words.split(", "))
                .filter(word -> word.contains(" "))
                .map(word -> word.split(" ", -1))
                .map(word -> word[0].equals("dispute")
                        ? Verdict.dispute(Integer.parseInt(word[1]), "Nobody came")
                        : Verdict.part(Integer.parseInt(word[1]), Money.ofDollars(word[2]), "Fewer sessions"))
                .toList();
        if (words.startsWith("dispute") && verdicts.isEmpty()) {
            throw new IllegalArgumentException(words);
        }
        return new Verification(PERKINS, !words.equals("no"), verdicts, null, person(who), NOW);
    }

    static List<String> stories() {
        return List.of("| step | outcome | state | due |", "| first | outcome | state | due |");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void an_invoice_is_paid_and_credited_to_the_cent_and_never_beyond(String story) {
        var contract = executed("10000.00");
        Invoice invoice = Checking.verify(submitted("600.00 400.00"), said("leader", "all"))
                .orRefuse()
                .state();
        invoice =
                Checking.certify(invoice, contract, hand("officer")).orRefuse().state();
        invoice = Checking.receive(invoice, hand("auditor")).orRefuse().state();

        for (List<String> row : Policy.table(PAGE, story)) {
            Decision<Invoice> decision = settle(invoice, contract, row.get(0));
            if (decision instanceof Accepted<Invoice>(var next, var _)) {
                invoice = next;
            }
            assertThat(outcome(decision)).as("%s", row).isEqualTo(row.get(1));
            assertThat(Invoice.word(invoice)).as("%s", row).isEqualTo(row.get(2));
            assertThat(invoice.total(LineAmounts::due).dollars()).as("%s", row).isEqualTo(row.get(3));
            assertThat(invoice.total(LineAmounts::paid).dollars()).as("%s", row).isEqualTo(row.get(4));
            assertThat(invoice.total(LineAmounts::returned).dollars())
                    .as("%s", row)
                    .isEqualTo(row.get(5));
        }
    }

    private static Decision<Invoice> settle(Invoice invoice, Contract contract, String step) {
        String[] words = step.split(" ", -1);
        if (words[0].equals("credit")) {
            return Paying.credit(
                    invoice,
                    contract,
                    new Credit(
                            id(step),
                            step,
                            Integer.parseInt(words[1]),
                            Money.ofDollars(words[2]),
                            "Too much",
                            null,
                            person("second clerk"),
                            NOW));
        }
        List<Part> parts = words[1].equals("all")
                ? List.of()
                : List.of(new Part(Integer.parseInt(words[1]), Money.ofDollars(words[2])));
        return Paying.pay(invoice, contract, order("budget", TODAY, parts), TODAY, TODAY);
    }

    private static Order order(String who, LocalDate paidOn, List<Part> parts) {
        return new Order(id("payment"), "EFT-1", paidOn, parts, person(who), NOW);
    }

    static List<List<String>> desks() {
        return Policy.table(PAGE, "| state | desk |");
    }

    @ParameterizedTest
    @MethodSource("desks")
    void every_state_lies_on_one_desk(List<String> row) {
        assertThat(Desk.of(row.get(0)).word()).isEqualTo(row.get(1));
    }

    @Test
    void five_hands_pay_an_invoice() {
        var contract = executed("10000.00");
        Invoice submitted = submitted("5000.00");
        assertThat(outcome(Checking.certify(submitted, contract, hand("officer"))))
                .isEqualTo("StepNotNow");

        Invoice verified =
                Checking.verify(submitted, said("leader", "all")).orRefuse().state();
        Invoice certified =
                Checking.certify(verified, contract, hand("officer")).orRefuse().state();
        Invoice received =
                Checking.receive(certified, hand("auditor")).orRefuse().state();
        var paid = Paying.pay(received, contract, order("budget", TODAY, List.of()), TODAY, TODAY)
                .orRefuse();

        assertThat(Invoice.word(paid.state())).isEqualTo("paid");
        assertThat(paid.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("PaymentMade", "InvoicePaid");
        assertThat(outcome(Paying.pay(paid.state(), contract, order("other", TODAY, List.of()), TODAY, TODAY)))
                .isEqualTo("StepNotNow");
        assertThat(outcome(Paying.pay(certified, contract, order("budget", TODAY, List.of()), TODAY, TODAY)))
                .isEqualTo("StepNotNow");
        assertThat(outcome(Checking.receive(verified, hand("auditor")))).isEqualTo("StepNotNow");
    }

    @Test
    void the_city_pays_between_the_auditors_receipt_and_today() {
        var contract = executed("10000.00");
        Invoice received = received(contract);

        assertThat(outcome(Paying.pay(
                        received, contract, order("budget", TODAY.minusDays(3), List.of()), TODAY.minusDays(2), TODAY)))
                .isEqualTo("PaymentDayNotPossible");
        assertThat(outcome(Paying.pay(received, contract, order("budget", TODAY.plusDays(1), List.of()), TODAY, TODAY)))
                .isEqualTo("PaymentDayNotPossible");
        assertThat(outcome(Paying.pay(
                        received, contract, order("budget", TODAY.minusDays(2), List.of()), TODAY.minusDays(2), TODAY)))
                .isEqualTo("done");
    }

    private static Invoice received(Contract contract) {
        Invoice verified = Checking.verify(submitted("5000.00"), said("leader", "all"))
                .orRefuse()
                .state();
        return Checking.receive(
                        Checking.certify(verified, contract, hand("officer"))
                                .orRefuse()
                                .state(),
                        hand("auditor"))
                .orRefuse()
                .state();
    }

    @Test
    void nobody_takes_two_hands() {
        var contract = executed("10000.00");
        Invoice submitted = submitted("5000.00");
        assertThat(outcome(Checking.verify(submitted, said("partner", "all")))).isEqualTo("SeparationOfDuties");
        Invoice verified =
                Checking.verify(submitted, said("leader", "all")).orRefuse().state();
        assertThat(outcome(Checking.certify(verified, contract, hand("leader"))))
                .isEqualTo("SeparationOfDuties");
        assertThat(outcome(Checking.certify(verified, contract, hand("signer"))))
                .isEqualTo("SeparationOfDuties");
        Invoice certified =
                Checking.certify(verified, contract, hand("officer")).orRefuse().state();
        assertThat(outcome(Checking.receive(certified, hand("officer")))).isEqualTo("SeparationOfDuties");
        Invoice received =
                Checking.receive(certified, hand("auditor")).orRefuse().state();
        assertThat(outcome(Paying.pay(received, contract, order("auditor", TODAY, List.of()), TODAY, TODAY)))
                .isEqualTo("SeparationOfDuties");
        Invoice paid = Paying.pay(received, contract, order("budget", TODAY, List.of()), TODAY, TODAY)
                .orRefuse()
                .state();
        assertThat(outcome(Paying.credit(
                        paid,
                        contract,
                        new Credit(
                                id("credit"),
                                "CN",
                                1,
                                Money.ofDollars("1.00"),
                                "Too much",
                                null,
                                person("budget"),
                                NOW))))
                .isEqualTo("SeparationOfDuties");
    }

    @Test
    void whoever_disputed_for_a_school_does_not_decide_for_the_office() {
        Invoice disputed = Checking.verify(submitted("600.00 400.00"), said("leader", "dispute 1"))
                .orRefuse()
                .state();

        assertThat(outcome(Checking.decide(
                        disputed, new LineDecision(1, Money.ZERO, "Because", Side.OFFICER, person("leader"), NOW))))
                .isEqualTo("SeparationOfDuties");
    }

    @Test
    void one_no_rejects_the_invoice_for_good() {
        var contract = executed("10000.00");

        Invoice rejected = Checking.verify(submitted("5000.00"), said("leader", "no"))
                .orRefuse()
                .state();

        assertThat(Invoice.word(rejected)).isEqualTo("rejected");
        assertThat(outcome(Checking.verify(rejected, said("leader", "all")))).isEqualTo("StepNotNow");
        assertThat(outcome(Checking.certify(rejected, contract, hand("officer"))))
                .isEqualTo("StepNotNow");
    }

    private static Hand hand(String who) {
        return new Hand(person(who), NOW);
    }
}
