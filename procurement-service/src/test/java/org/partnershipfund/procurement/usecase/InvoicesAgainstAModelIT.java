package org.partnershipfund.procurement.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.adapter.db.CrashingBooks;
import org.partnershipfund.procurement.adapter.db.CrashingBooks.Died;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.fixtures.Attempt.Size;
import org.partnershipfund.procurement.fixtures.ModelOfInvoices;
import org.partnershipfund.procurement.fixtures.ModelOfInvoices.Invoiced;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceLine;
import org.partnershipfund.procurement.invoice.InvoiceLine.Delivered;
import org.partnershipfund.procurement.invoice.InvoiceLine.Item;
import org.partnershipfund.procurement.invoice.LineDecision.Side;
import org.partnershipfund.procurement.invoice.Settlement.Part;
import org.partnershipfund.procurement.invoice.Verification.Verdict;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.FundId;

/**
 * Whatever partner, schools and offices try in whatever order, and at whatever statement the connection breaks, the books
 * hold exactly the cents of a simple model; what broke leaves nothing behind and can be tried again.
 */
class InvoicesAgainstAModelIT {

    private static final LocalDate TODAY = LocalDate.of(2018, 11, 15);
    private static final Instant NOW = Instant.parse("2018-11-15T15:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("America/New_York"));
    private static final AtomicInteger SCHOOLS = new AtomicInteger(40_000_000);
    private static final long APPROPRIATED = 200_000;
    private static final List<Long> SHARES = List.of(30_000L, 20_000L, 50_000L);

    @SuppressWarnings("NullAway.Init") // jqwik calls start first
    private static CrashingBooks books;

    @BeforeContainer
    static void start() {
        books = CrashingBooks.start();
    }

    @AfterContainer
    static void stop() {
        books.close();
    }

    enum Door {
        SUBMIT,
        VERIFY,
        DECIDE,
        CERTIFY,
        RECEIVE,
        PAY,
        CREDIT
    }

    /**
     * Something that somebody tries.
     *
     * @param dieAt at which statement the connection breaks first; 0 for never
     */
    record Try(Door door, int choice, Size size, int dieAt) {}

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(
                        Arbitraries.of(Door.class),
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.of(Size.class),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(0)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, 14))))
                .as(Try::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void invoices_payments_and_credits_agree_with_cents_in_boxes_also_when_connections_break(
            @ForAll("tries") List<Try> tries) {
        var story = new Story();
        for (Try one : tries) {
            story.attempt(one);
            story.agrees(one.toString());
        }
        story.balances();
    }

    /** One contract, its model, and the use cases on the real tables. */
    private static final class Story {

        private final SchoolCode[] schools = {school(), school()};
        private final Contract.Executed contract =
                books.contract(schools[0], schools[1], APPROPRIATED, SHARES, LocalDate.of(2018, 7, 2), NOW);
        private final FundId fund = contract.terms().fund();
        private final ModelOfInvoices model = new ModelOfInvoices(
                new long[] {SHARES.get(0) + SHARES.get(1), SHARES.get(2)},
                new long[] {APPROPRIATED - SHARES.get(0) - SHARES.get(1), APPROPRIATED - SHARES.get(2)});
        private final List<InvoiceId> ids = new ArrayList<>();
        private int references;

        private final SubmitInvoice submit =
                new SubmitInvoice(books.invoices(), books.contracts(), books.audit(), UUID::randomUUID, CLOCK);
        private final CheckInvoice check = new CheckInvoice(books.invoices(), books.contracts(), books.audit(), CLOCK);
        private final PayInvoice pay = new PayInvoice(
                books.invoices(),
                books.contracts(),
                books.papers(CLOCK),
                books.lines(CLOCK),
                books.ledger(),
                books.outbox(),
                books.audit(),
                UUID::randomUUID,
                CLOCK);
        private final CreditInvoice credit = new CreditInvoice(
                books.invoices(),
                books.contracts(),
                books.funds(),
                books.lines(CLOCK),
                books.ledger(),
                books.outbox(),
                books.audit(),
                UUID::randomUUID,
                CLOCK);

        private static SchoolCode school() {
            return new SchoolCode("%08d".formatted(SCHOOLS.getAndIncrement()));
        }

        private static Person person(String name) {
            return new Person("issuer", name);
        }

        void attempt(Try one) {
            if (one.door() == Door.SUBMIT || ids.isEmpty()) {
                submit(one);
                return;
            }
            int place = one.choice() % ids.size();
            Invoiced invoice = model.invoices.get(place);
            InvoiceId id = ids.get(place);
            int line = one.choice() / 7 % invoice.lines.size();
            var stands = invoice.lines.get(line);
            long seen = books.inTransaction(0, () -> books.invoices().find(id).orElseThrow())
                    .version();
            switch (one.door()) {
                case SUBMIT -> throw new IllegalStateException("submitted above");
                case VERIFY -> {
                    int school = stands.school;
                    String word = List.of("all", "part", "dispute", "no", "all").get(one.choice() / 11 % 5);
                    int first = 0;
                    while (invoice.lines.get(first).school != school) {
                        first++;
                    }
                    long cents = cents(one, invoice.lines.get(first).asked);
                    int judged = first + 1;
                    List<Verdict> verdicts = switch (word) {
                        case "part" -> List.of(Verdict.part(judged, new Money(cents), "Fewer"));
                        case "dispute" -> List.of(Verdict.dispute(judged, "Nobody came"));
                        default -> List.of();
                    };
                    boolean allowed = model.verify(invoice, school, word, cents);
                    var _ = expect(
                            one,
                            allowed,
                            () -> check.verify(
                                    id,
                                    seen,
                                    schools[school],
                                    !word.equals("no"),
                                    verdicts,
                                    null,
                                    person("leader " + school),
                                    Set.of(schools[school])));
                }
                case DECIDE -> {
                    long cents = cents(one, stands.disputed ? stands.asked : stands.open);
                    boolean allowed = model.decide(invoice, stands, cents);
                    var _ = expect(
                            one,
                            allowed,
                            () -> check.decide(
                                    id,
                                    seen,
                                    line + 1,
                                    new Money(cents),
                                    "As it was",
                                    person("officer"),
                                    Side.OFFICER,
                                    Set.of()));
                }
                case CERTIFY -> {
                    boolean allowed = model.step(invoice, "verified", "certified");
                    var _ = expect(one, allowed, () -> check.certify(id, seen, person("officer")));
                }
                case RECEIVE -> {
                    boolean allowed = model.step(invoice, "certified", "received");
                    var _ = expect(one, allowed, () -> check.receive(id, seen, person("auditor")));
                }
                case PAY -> {
                    boolean whole = one.choice() / 13 % 3 == 0;
                    long cents = cents(one, stands.due());
                    boolean allowed = model.pay(invoice, whole ? -1 : line, cents);
                    String reference = "%s-%d".formatted(contract.id(), references++);
                    var _ = expect(
                            one,
                            allowed,
                            () -> pay.pay(
                                    id,
                                    seen,
                                    person("budget"),
                                    reference,
                                    TODAY,
                                    whole ? List.of() : List.of(new Part(line + 1, new Money(cents)))));
                }
                case CREDIT -> {
                    long cents = cents(one, stands.due() + stands.paid - stands.returned);
                    boolean allowed = model.credit(invoice, line, cents);
                    String number = "CN-" + references++;
                    var _ = expect(
                            one,
                            allowed,
                            () -> credit.credit(
                                    id, seen, number, line + 1, new Money(cents), "Too much", null, person("clerk")));
                }
            }
        }

        private void submit(Try one) {
            List<Integer> at = List.of(List.of(0), List.of(1), List.of(0, 1), List.of(0, 0))
                    .get(one.choice() % 4);
            List<Long> cents = new ArrayList<>();
            List<InvoiceLine> lines = new ArrayList<>();
            for (int i = 0; i < at.size(); i++) {
                long asked = cents(one, model.open(at.get(i)) / at.size());
                cents.add(asked);
                lines.add(new InvoiceLine(
                        schools[at.get(i)],
                        LocalDate.of(2018, 9, 1),
                        LocalDate.of(2018, 9, 30),
                        new Money(asked),
                        "Line " + i,
                        new Item("lump sum", BigDecimal.ONE, new Money(asked)),
                        new Delivered(20, null, null),
                        model.claiming(at.get(i))));
            }
            String number = Integer.toString(model.invoices.size());
            boolean allowed = model.submit(at, cents);
            var invoice = expect(
                    one,
                    allowed,
                    () -> submit.submit(
                            contract.id(),
                            number,
                            lines,
                            person("partner"),
                            new Sight(false, Set.of(), Set.of(contract.partner()))));
            if (invoice != null) {
                ids.add(invoice.value().id());
            }
        }

        private static long cents(Try one, long there) {
            return switch (one.size()) {
                case ALL -> there;
                case ONE_CENT_MORE -> there + 1;
                case A_PART -> there / 3 + one.choice() % 7;
                case ONE_CENT -> 1;
                case NOTHING -> 0;
                case LESS_THAN_NOTHING -> -1 - one.choice() % 100;
            };
        }

        /** Tries it, first with a connection that breaks if it is to; then the answer must be the model's. */
        private @Nullable Versioned<Invoice> expect(Try one, boolean allowed, Supplier<Versioned<Invoice>> work) {
            try {
                return accepted(one, allowed, one.dieAt(), work);
            } catch (Died died) {
                // Nothing of it is there: the same attempt, with the version that was seen before, gets the model's
                // answer.
                return accepted(one, allowed, 0, work);
            }
        }

        private static @Nullable Versioned<Invoice> accepted(
                Try one, boolean allowed, int dieAt, Supplier<Versioned<Invoice>> work) {
            try {
                var done = books.inTransaction(dieAt, work);
                assertThat(allowed).as("%s was accepted", one).isTrue();
                return done;
            } catch (RefusedException refused) {
                assertThat(allowed)
                        .as("%s: %s", one, refused.refusal().sentence())
                        .isFalse();
                return null;
            }
        }

        /** Cents of every account, state and claim of every invoice. */
        void agrees(String after) {
            for (int school = 0; school < schools.length; school++) {
                assertThat(books.cents(fund, schools[school], Account.ENCUMBERED))
                        .as("encumbered after %s", after)
                        .isEqualTo(model.encumbered[school]);
                assertThat(books.cents(fund, schools[school], Account.EXPENDED))
                        .as("expended after %s", after)
                        .isEqualTo(model.expended[school]);
                assertThat(books.cents(fund, schools[school], Account.AVAILABLE))
                        .as("available after %s", after)
                        .isEqualTo(model.available[school]);
            }
            var stored = books.inTransaction(
                    0,
                    () -> ids.stream()
                            .map(id -> Invoice.word(
                                    books.invoices().find(id).orElseThrow().value()))
                            .toList());
            assertThat(stored)
                    .as("states after %s", after)
                    .isEqualTo(model.invoices.stream()
                            .map(invoice -> invoice.state)
                            .toList());
            var asked = books.inTransaction(0, () -> books.invoices().asked(contract.id()));
            for (int school = 0; school < schools.length; school++) {
                assertThat(asked.getOrDefault(schools[school], Money.ZERO).cents())
                        .as("claimed after %s", after)
                        .isEqualTo(model.share[school] - model.open(school));
            }
        }

        void balances() {
            var trial = books.trialBalance(fund);
            assertThat(trial.disagreements()).isEmpty();
            assertThat(trial.papers().disagreements()).isEmpty();
            assertThat(trial.balances()).isTrue();
            assertThat(trial.papers().agree()).isTrue();
            // What broke said nothing: every payment once, every settled invoice once.
            assertThat(books.said("PaymentMade", contract.id())).isEqualTo(model.payments);
            assertThat(books.said("InvoicePaid", contract.id())).isEqualTo(model.settledByPaymentOrCredit);
        }
    }
}
