package org.partnershipfund.procurement.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.ADAMS;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS;
import static org.partnershipfund.procurement.fixtures.Books.commitment;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Amending.Asked;
import org.partnershipfund.procurement.contract.Amending.Means;
import org.partnershipfund.procurement.contract.Amendment.Proposed;
import org.partnershipfund.procurement.contract.Contract.Draft;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.ContractEvent.ContractAmended;
import org.partnershipfund.procurement.contract.ContractPaper.Status;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.CalledUnit;
import org.partnershipfund.procurement.process.ProcessId;

/** docs/policy/contracts.md, line by line. */
class ContractLifePolicyTest {

    private static final LocalDate JULY_1 = LocalDate.of(2018, 7, 1);
    private static final LocalDate JUNE_30 = LocalDate.of(2019, 6, 30);
    private static final Person OFFICER = new Person("issuer", "officer");
    private static final Turn TURN = new Turn(OFFICER, "As agreed", LocalDate.of(2018, 11, 15), AT_FEBRUARY_5);
    private static final Turn LATER = new Turn(OFFICER, "As agreed", LocalDate.of(2018, 12, 1), AT_FEBRUARY_5);

    private static Share share(int number, SchoolCode school, String dollars) {
        return new Share(
                school,
                id("selection " + number),
                id("line " + number),
                Money.ofDollars(dollars),
                commitment(number),
                commitment(100 + number));
    }

    private static Contract.Terms terms(int years, Share... shares) {
        Money amount = Arrays.stream(shares).map(Share::amount).reduce(Money.ZERO, Money::plus);
        var value = new Money(amount.cents() * years);
        return new Contract.Terms(
                new ContractId(id("contract")),
                new ProcessId(id("process")),
                FUND_2019,
                FY2019,
                program("A"),
                amount,
                value,
                JULY_1,
                JULY_1.plusYears(years).minusDays(1),
                List.of(shares),
                Policy.rules().evaluate(ON_FEBRUARY_5, value).orRefuse().state(),
                AT_FEBRUARY_5);
    }

    private static Executed executed(Contract.Terms terms) {
        return new Executed(terms, List.of(), "REQ-1", "PO-1", JULY_1, AT_FEBRUARY_5);
    }

    private static Executed executed(String dollars) {
        return executed(terms(1, share(1, PERKINS, dollars)));
    }

    private static Owed open(Contract.Terms terms) {
        return new Owed(terms.shares().stream().collect(Collectors.toMap(Share::reservation, Share::amount)), Map.of());
    }

    // §2

    static List<List<String>> steps() {
        return Policy.table("contracts.md", "| state | step | outcome |");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_state_has_its_steps(List<String> row) {
        var terms = terms(1, share(1, PERKINS, "8000.00"));
        Contract contract = in(row.get(0), terms);
        boolean hasEnded = contract instanceof Contract.Completed || contract instanceof Contract.Terminated;
        Owed owed = hasEnded ? new Owed(Map.of(), Map.of()) : open(terms);

        Decision<Contract> decision = switch (row.get(1)) {
            case "abandonment" -> Ends.abandon(contract, LATER);
            case "suspension" -> Ends.suspend(contract, LATER);
            case "reinstatement" -> Ends.reinstate(contract, LATER);
            case "termination" -> Ends.terminate(contract, LATER, owed);
            case "completion" -> Ends.complete(contract, LATER, owed);
            case "settlement" -> Ends.settle(contract, LATER, owed);
            case "amendment" ->
                Amending.propose(
                        contract,
                        new Asked(
                                Map.of(commitment(1), Money.ofDollars("7000.00")), null, "Fewer pupils", null, OFFICER),
                        new Means(Map.of(), owed),
                        Policy.rules(),
                        ON_FEBRUARY_5,
                        AT_FEBRUARY_5);
            case String unknown -> throw new IllegalArgumentException(unknown);
        };

        assertThat(decision instanceof Accepted<Contract>(var next, var _) ? Contract.word(next) : outcome(decision))
                .isEqualTo(row.get(2));
    }

    private static Contract in(String state, Contract.Terms terms) {
        var draft = new Draft(terms, List.of());
        var executed = executed(terms);
        var nothing = new Owed(Map.of(), Map.of());
        return switch (state) {
            case "draft" -> draft;
            case "abandoned" -> Ends.abandon(draft, TURN).orRefuse().state();
            case "executed" -> executed;
            case "suspended" -> Ends.suspend(executed, TURN).orRefuse().state();
            case "completed" ->
                Ends.complete(executed, TURN, nothing).orRefuse().state();
            case "terminated" ->
                Ends.terminate(executed, TURN, open(terms)).orRefuse().state();
            case String unknown -> throw new IllegalArgumentException(unknown);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2018-11-01, 2018-11-14, done",
        "2018-11-01, 2018-11-15, ServiceWhileSuspended",
        "2018-11-20, 2018-11-20, ServiceWhileSuspended",
        "2018-11-30, 2018-12-05, ServiceWhileSuspended",
        "2018-12-01, 2018-12-05, done"
    })
    void days_of_rest_are_never_invoiced(LocalDate from, LocalDate until, String outcome) {
        Contract resting = Ends.suspend(executed("8000.00"), TURN).orRefuse().state();
        Contract again = Ends.reinstate(resting, LATER).orRefuse().state();

        assertThat(Ends.invoicing(again, from, until)
                        .map(why -> why.getClass().getSimpleName())
                        .orElse("done"))
                .isEqualTo(outcome);
        assertThat(Ends.invoicing(resting, from, until).isPresent()).isEqualTo(!until.isBefore(TURN.on()));
        assertThat(Ends.certifying(resting)).isPresent();
        assertThat(Ends.certifying(again)).isEmpty();
    }

    @Test
    void it_is_active_from_its_first_day_to_its_last() {
        var executed = executed("8000.00");

        assertThat(executed.isActiveOn(JULY_1.minusDays(1))).isFalse();
        assertThat(executed.isActiveOn(JULY_1)).isTrue();
        assertThat(executed.isActiveOn(JUNE_30)).isTrue();
        assertThat(executed.isActiveOn(JUNE_30.plusDays(1))).isFalse();
        assertThat(Ends.suspend(executed, TURN).orRefuse().state().isActiveOn(JULY_1))
                .isFalse();
    }

    // §3

    @Test
    void what_was_signed_is_what_is_executed() {
        var draft = new Draft(terms(1, share(1, PERKINS, "8000.00")), List.of());
        var signer = new Signature(Step.DISTRICT, OFFICER, AT_FEBRUARY_5, null);
        var signed = (Draft) Contract.sign(draft, signer, false).orRefuse().state();
        var changed = new Draft(terms(1, share(1, PERKINS, "8000.01")), signed.signatures());

        assertThat(signed.signatures().getFirst().digest())
                .isEqualTo(draft.terms().digest())
                .hasSize(64);
        assertThat(outcome(Contract.complete(signed))).isEqualTo("done");
        assertThat(outcome(Contract.complete(changed))).isEqualTo("SignedOtherTerms");
    }

    // §4

    static List<List<String>> increases() {
        return Policy.table("contracts.md", "| agreed at first |");
    }

    @ParameterizedTest
    @MethodSource("increases")
    void a_contract_grows_and_shrinks_within_what_the_law_and_the_money_allow(List<String> row) {
        Executed contract = executed(row.get(0));
        if (!row.get(1).isEmpty()) {
            contract = amended(contract, Money.ofDollars(row.get(1)));
        }
        // The raise of an earlier amendment is a share of its own: what is asked for is the total.
        Share first = contract.terms().shares().getFirst();
        Money others = contract.terms().amount().minus(first.amount());
        var free = Money.ofDollars(row.get(4));
        var owed = new Owed(
                contract.terms().shares().stream().collect(Collectors.toMap(Share::reservation, Share::amount)),
                Map.of(
                        PERKINS,
                        contract.terms().amount().exceeds(free)
                                ? contract.terms().amount().minus(free)
                                : Money.ZERO));

        var decision = propose(
                contract,
                Money.ofDollars(row.get(2)).minus(others),
                null,
                price(row.get(5)),
                new Means(Map.of(commitment(1), Money.ofDollars(row.get(3))), owed));

        assertThat(outcome(decision)).isEqualTo(row.get(6));
    }

    private static @Nullable UnitPrice price(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        String[] parts = cell.split(" to ", -1);
        return new UnitPrice("a session", Money.ofDollars(parts[0]), Money.ofDollars(parts[1]));
    }

    private static Decision<Contract> propose(
            Executed contract, Money amount, @Nullable LocalDate endsOn, @Nullable UnitPrice price, Means means) {
        return Amending.propose(
                contract,
                new Asked(Map.of(commitment(1), amount), endsOn, "Other pupils", price, OFFICER),
                means,
                Policy.rules(),
                ON_FEBRUARY_5,
                AT_FEBRUARY_5);
    }

    /** The same contract after an amendment that everybody agreed to. */
    private static Executed amended(Executed contract, Money amount) {
        return amended(contract, amount, "100.00 to 100.00");
    }

    private static Executed amended(Executed contract, Money amount, String prices) {
        Money before = contract.terms().amount();
        boolean more = amount.exceeds(before);
        var means = new Means(Map.of(commitment(1), more ? amount.minus(before) : Money.ZERO), open(contract.terms()));
        var proposed = (Executed)
                propose(contract, amount, null, price(prices), means).orRefuse().state();
        Proposed open = proposed.proposed().orElseThrow();
        List<Share> added = new ArrayList<>();
        if (more) {
            added.add(new Share(
                    PERKINS, id("selection 1"), id("line 1"), amount.minus(before), commitment(2), commitment(102)));
        }
        var agreed = Amending.agree(proposed, open, added, ON_FEBRUARY_5, AT_FEBRUARY_5)
                .orRefuse();
        assertThat(agreed.events()).hasOnlyElementsOfType(ContractAmended.class);
        return (Executed) agreed.state();
    }

    static List<List<String>> units() {
        return Policy.table("contracts.md", "| amended | unit |");
    }

    @ParameterizedTest
    @MethodSource("units")
    void a_call_off_is_raised_at_the_unit_prices_of_its_award(List<String> row) {
        var units = List.of(new CalledUnit("T1", "a session", 100, Money.ofDollars("100.00")));
        Executed contract = executed("10000.00");
        if (!row.getFirst().isEmpty()) {
            contract = amended(contract, Money.ofDollars("9000.00"), "100.00 to " + row.getFirst());
        }
        var owed = open(contract.terms());
        var price = new UnitPrice(row.get(1), Money.ofDollars(row.get(2)), Money.ofDollars(row.get(3)));

        var decision = propose(
                contract,
                Money.ofDollars("11000.00"),
                null,
                price,
                new Means(Map.of(commitment(1), Money.ofDollars("2000.00")), owed, units));

        assertThat(outcome(decision)).isEqualTo(row.get(4));
        // Less needs no unit price.
        assertThat(outcome(propose(contract, Money.ofDollars("8000.00"), null, null, new Means(Map.of(), owed, units))))
                .isEqualTo("done");
    }

    static List<List<String>> agreements() {
        return Policy.table("contracts.md", "| before | after | steps |");
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void both_sides_agree_and_for_more_everybody_whom_the_new_value_asks_for(List<String> row) {
        var before = Money.ofDollars(row.get(0));
        var after = Money.ofDollars(row.get(1));
        var terms = terms(1, share(1, PERKINS, row.get(0)));
        var endsOn = before.equals(after) ? LocalDate.of(2019, 3, 31) : null;
        var proposed = (Executed) propose(
                        executed(terms),
                        after,
                        endsOn,
                        price("100.00 to 100.00"),
                        new Means(Map.of(commitment(1), after), open(terms)))
                .orRefuse()
                .state();

        var wish = proposed.proposed().orElseThrow().wish();

        assertThat(Arrays.stream(Step.values())
                        .filter(wish.steps()::contains)
                        .map(Step::word)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(row.get(2));
    }

    @Test
    void an_amendment_is_signed_in_the_order_of_every_contract_and_for_what_it_says() {
        var terms = terms(1, share(1, PERKINS, "8000.00"));
        var contract = propose(
                        executed(terms), Money.ofDollars("7000.00"), null, null, new Means(Map.of(), open(terms)))
                .orRefuse()
                .state();

        assertThat(outcome(sign(contract, 2, Step.PARTNER, "partner"))).isEqualTo("NoSuchAmendment");
        assertThat(outcome(sign(contract, 1, Step.DISTRICT, "cfo"))).isEqualTo("StepTooEarly");
        assertThat(outcome(sign(contract, 1, Step.MAYOR, "mayor"))).isEqualTo("StepNotDemanded");
        assertThat(outcome(
                        Amending.sign(contract, 1, new Signature(Step.PARTNER, OFFICER, AT_FEBRUARY_5, null), false)))
                .isEqualTo("AttestationMissing");
        var once = sign(contract, 1, Step.PARTNER, "partner").orRefuse().state();
        assertThat(outcome(sign(once, 1, Step.PARTNER, "other"))).isEqualTo("StepTakenAlready");
        assertThat(outcome(sign(once, 1, Step.DISTRICT, "partner"))).isEqualTo("SamePerson");
        var means = new Means(Map.of(), open(terms));
        assertThat(outcome(Amending.complete(once, 1, means))).isEqualTo("NotComplete");
        var both = sign(once, 1, Step.DISTRICT, "cfo").orRefuse().state();
        assertThat(outcome(Amending.complete(both, 1, means))).isEqualTo("done");
        assertThat(outcome(Amending.complete(
                        both,
                        1,
                        new Means(
                                Map.of(), new Owed(means.owed().open(), Map.of(PERKINS, Money.ofDollars("7000.01")))))))
                .isEqualTo("ShareIsOwed");
        assertThat(outcome(propose((Executed) both, Money.ofDollars("6000.00"), null, null, means)))
                .isEqualTo("AmendmentPending");
        var without = Amending.withdraw(both, 1, AT_FEBRUARY_5).orRefuse().state();
        assertThat(outcome(propose((Executed) without, Money.ofDollars("6000.00"), null, null, means)))
                .isEqualTo("done");
    }

    private static Decision<Contract> sign(Contract contract, int number, Step step, String person) {
        return Amending.sign(
                contract, number, new Signature(step, new Person("issuer", person), AT_FEBRUARY_5, null), true);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2019-06-30, NothingToAmend",
        "1, 2019-07-01, EndNotPossible",
        "1, 2019-03-31, done",
        "1, 2018-06-30, EndNotPossible",
        "3, 2021-07-01, EndNotPossible",
        "3, 2020-06-30, done"
    })
    void the_last_day_moves_within_the_term(int years, LocalDate endsOn, String outcome) {
        var terms = terms(years, share(1, PERKINS, "8000.00"));

        assertThat(outcome(propose(
                        executed(terms), Money.ofDollars("8000.00"), endsOn, null, new Means(Map.of(), open(terms)))))
                .isEqualTo(outcome);
    }

    @Test
    void only_shares_of_the_contract_are_changed() {
        var decision = Amending.propose(
                executed("8000.00"),
                new Asked(Map.of(commitment(7), Money.ofDollars("1.00")), null, "Other pupils", null, OFFICER),
                new Means(Map.of(), new Owed(Map.of(), Map.of())),
                Policy.rules(),
                ON_FEBRUARY_5,
                AT_FEBRUARY_5);

        assertThat(outcome(decision)).isEqualTo("NoSuchShare");
    }

    // §5

    static List<List<String>> releases() {
        return Policy.table("contracts.md", "| paid A | asked A |");
    }

    @ParameterizedTest
    @MethodSource("releases")
    void an_end_gives_back_what_is_neither_paid_nor_asked_for(List<String> row) {
        var terms = terms(1, share(1, PERKINS, "100.00"), share(2, PERKINS, "20.00"), share(3, ADAMS, "100.00"));
        List<Money> cells = row.stream().map(Money::ofDollars).toList();
        Money paidFirst = cells.get(0).exceeds(Money.ofDollars("100.00")) ? Money.ofDollars("100.00") : cells.get(0);
        Map<CommitmentId, Money> open = Map.of(
                commitment(1), Money.ofDollars("100.00").minus(paidFirst),
                commitment(2), Money.ofDollars("20.00").minus(cells.get(0).minus(paidFirst)),
                commitment(3), Money.ofDollars("100.00").minus(cells.get(2)));
        var owed = new Owed(open, Map.of(PERKINS, cells.get(1), ADAMS, cells.get(3)));

        Contract ended = Ends.terminate(executed(terms), TURN, owed).orRefuse().state();

        var released = ((Contract.Terminated) ended)
                .released().stream().collect(Collectors.toMap(Release::reservation, Release::amount));
        assertThat(List.of(
                        released.getOrDefault(commitment(1), Money.ZERO),
                        released.getOrDefault(commitment(2), Money.ZERO),
                        released.getOrDefault(commitment(3), Money.ZERO)))
                .isEqualTo(cells.subList(4, 7));
        assertThat(Ends.holding(ended).stream().map(Share::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(cells.subList(0, 4).stream().reduce(Money.ZERO, Money::plus));
    }

    // §6

    static List<List<String>> papers() {
        return Policy.table("contracts.md", "| paper | status |");
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_paper_counts_from_its_first_day_to_its_last(List<String> row) {
        var kind = PaperKind.valueOf(row.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
        List<ContractPaper> filed = row.get(1).isEmpty()
                ? List.of()
                : List.of(new ContractPaper(
                        kind,
                        Status.ofWord(row.get(1)),
                        LocalDate.parse(row.get(2)),
                        row.get(3).isEmpty() ? null : LocalDate.parse(row.get(3)),
                        AT_FEBRUARY_5));
        Set<PaperKind> demanded = row.get(4).equals("yes") ? Set.of(kind) : Set.of();

        var valid =
                new ContractPapers(new ContractId(id("contract")), demanded, filed).valid(LocalDate.parse(row.get(5)));

        assertThat(outcome(valid)).isEqualTo(row.get(6).equals("yes") ? "done" : "PapersNotValid");
    }

    static List<List<String>> renewals() {
        return Policy.table("contracts.md", "| recorded | paid on |");
    }

    @ParameterizedTest
    @MethodSource("renewals")
    void a_renewed_paper_takes_nothing_from_the_days_before_it(List<String> row) {
        List<ContractPaper> filed = new ArrayList<>();
        for (String one : row.getFirst().split(", ", -1)) {
            List<String> words = List.of(one.split(" ", -1));
            filed.add(new ContractPaper(
                    PaperKind.LIABILITY_INSURANCE,
                    Status.ofWord(words.get(0)),
                    LocalDate.parse(words.get(1)),
                    words.size() == 2 ? null : LocalDate.parse(words.get(2)),
                    AT_FEBRUARY_5.plusSeconds(filed.size())));
        }

        // Whatever the order in which they are read.
        for (List<ContractPaper> papers : List.of(filed, filed.reversed())) {
            var valid = new ContractPapers(new ContractId(id("contract")), Set.of(), papers)
                    .valid(LocalDate.parse(row.get(1)));
            assertThat(outcome(valid)).isEqualTo(row.get(2).equals("yes") ? "done" : "PapersNotValid");
        }
    }

    @Test
    void the_newest_paper_of_a_kind_counts() {
        var older = new ContractPaper(PaperKind.TAX_STATUS, Status.IN_ORDER, JULY_1, null, AT_FEBRUARY_5);
        var newer = new ContractPaper(PaperKind.TAX_STATUS, Status.REFUSED, JULY_1, null, AT_FEBRUARY_5.plusSeconds(1));
        var contract = new ContractId(id("contract"));

        assertThat(outcome(new ContractPapers(contract, Set.of(), List.of(newer, older)).valid(JULY_1)))
                .isEqualTo("PapersNotValid");
    }
}
