package org.partnershipfund.procurement.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.asked;
import static org.partnershipfund.procurement.fixtures.Purchases.bought;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opened;
import static org.partnershipfund.procurement.fixtures.Purchases.opening;
import static org.partnershipfund.procurement.fixtures.Purchases.program;
import static org.partnershipfund.procurement.fixtures.Purchases.quote;
import static org.partnershipfund.procurement.fixtures.Purchases.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.checklist.Checklist.Evidence;
import org.partnershipfund.procurement.checklist.Checklist.Item;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.determination.Determination.Answer;
import org.partnershipfund.procurement.determination.Determination.Finding;
import org.partnershipfund.procurement.determination.Determination.Standing;
import org.partnershipfund.procurement.determination.DeterminationId;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.process.Awarding;
import org.partnershipfund.procurement.process.Cancelling;
import org.partnershipfund.procurement.process.Competition;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.RuleBook;

/** Policy procurement §11: what a process needs, what it has, and who must do what next. */
class ChecklistTest {

    private static final RuleBook RULES = Policy.rules();
    private static final List<ReservedLine> LINES = List.of(line(1, "30000.00"));
    private static final List<Trace> TRACES = List.of(
            new Trace(AT_FEBRUARY_5, "ProcessOpened", "olga"),
            new Trace(AT_FEBRUARY_5.plusSeconds(10), "OffersSolicited", "olga"),
            new Trace(AT_FEBRUARY_5.plusSeconds(20), "OfferRecorded", "oscar"));

    private static Checklist checklist(ContractingProcess process, @Nullable Contract contract) {
        return Checklist.of(process, Optional.ofNullable(contract), Optional.empty(), TRACES, RULES);
    }

    private static Map<String, String> states(Checklist checklist) {
        return checklist.items().stream()
                .collect(Collectors.toMap(
                        item -> item.rule().name(), item -> item.state().word()));
    }

    private static Item item(Checklist checklist, String name) {
        return checklist.items().stream()
                .filter(one -> one.rule().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ContractingProcess solicited(String... quotes) {
        var process = Competition.solicit(
                        opened(LINES),
                        asked("A", "B", "C"),
                        ON_FEBRUARY_5,
                        List.of(),
                        RULES,
                        ON_FEBRUARY_5,
                        AT_FEBRUARY_5)
                .orRefuse()
                .state();
        for (String one : quotes) {
            String[] parts = one.split(" ", -1);
            process = Competition.offer(process, quote(parts[0], parts[1]), ON_FEBRUARY_5, AT_FEBRUARY_5)
                    .orRefuse()
                    .state();
        }
        return process;
    }

    private static ContractingProcess awarded() {
        var process = solicited("A 29000.00", "B 29500.00", "C no");
        return new Awarding(id("program A"), "Lowest", List.of())
                .of(process, LINES, List.of(process), RULES, AT_FEBRUARY_5)
                .orRefuse()
                .state();
    }

    private static Contract drafted(ContractingProcess process, Step... steps) {
        var lines = List.of(bought(line(1, program("A"), "30000.00", Money.ofDollars("29000.00")), process.id(), null));
        Contract contract = Contract.draft(
                        new ContractId(id("contract")),
                        process,
                        lines,
                        LocalDate.of(2018, 7, 1),
                        LocalDate.of(2019, 6, 30),
                        RULES,
                        ON_FEBRUARY_5,
                        AT_FEBRUARY_5)
                .orRefuse()
                .state();
        for (Step step : steps) {
            contract = Contract.sign(
                            contract,
                            new Signature(step, new Person("issuer", "by " + step.word()), AT_FEBRUARY_5, null),
                            true)
                    .orRefuse()
                    .state();
        }
        return contract;
    }

    @Test
    void before_anybody_is_asked_the_officer_asks_and_everything_else_is_later() {
        var checklist = checklist(opened(LINES), null);

        assertThat(states(checklist))
                .isEqualTo(Map.of(
                        "three-quotes", "missing",
                        "requisition-and-purchase-order", "later",
                        "partner", "later",
                        "superintendent", "later",
                        "appropriation", "later",
                        "district", "later",
                        "no-payment-before-execution", "later"));
        assertThat(item(checklist, "three-quotes").next())
                .isEqualTo("The procurement officer asks at least 3 organisations for a quote.");
        assertThat(checklist.missing()).hasSize(1);
    }

    @Test
    void quotes_are_met_by_the_answers_with_who_recorded_them_and_when() {
        var waiting = checklist(solicited("A 29000.00", "B no"), null);
        var enough = checklist(solicited("A 29000.00", "B 29500.00", "C no"), null);

        assertThat(item(waiting, "three-quotes").next()).startsWith("2 of 3 asked have answered");
        assertThat(item(enough, "three-quotes").evidence())
                .isEqualTo(new Evidence(
                        "2 quotes and 1 that declined of 3 asked on 2018-02-05",
                        AT_FEBRUARY_5.plusSeconds(20),
                        "oscar"));
    }

    @Test
    void the_partner_signs_first_and_the_district_last() {
        var process = awarded();
        var fresh = states(checklist(process, drafted(process)));
        var signed = checklist(process, drafted(process, Step.PARTNER));
        var almost =
                states(checklist(process, drafted(process, Step.PARTNER, Step.SUPERINTENDENT, Step.APPROPRIATION)));

        assertThat(fresh)
                .containsEntry("partner", "missing")
                .containsEntry("superintendent", "later")
                .containsEntry("district", "later");
        assertThat(states(signed))
                .containsEntry("partner", "met")
                .containsEntry("superintendent", "missing")
                .containsEntry("appropriation", "missing")
                .containsEntry("district", "later");
        assertThat(item(signed, "partner").evidence())
                .isEqualTo(new Evidence("step partner of contract " + id("contract"), AT_FEBRUARY_5, "by partner"));
        assertThat(almost).containsEntry("district", "missing");
        assertThat(item(
                                checklist(
                                        process,
                                        drafted(process, Step.PARTNER, Step.SUPERINTENDENT, Step.APPROPRIATION)),
                                "district")
                        .next())
                .isEqualTo("To be done by district-superintendent or cfo or deputy-cfo.");
    }

    @Test
    void a_signed_contract_is_executed_and_then_has_its_purchase_order() {
        var process = awarded();
        var draft = drafted(process, Step.PARTNER, Step.SUPERINTENDENT, Step.APPROPRIATION, Step.DISTRICT);

        var before = checklist(process, draft);

        assertThat(item(before, "requisition-and-purchase-order").next())
                .isEqualTo("The procurement officer executes the contract.");
        assertThat(item(before, "no-payment-before-execution").state()).isEqualTo(Checklist.State.MISSING);
    }

    @Test
    void without_a_competition_the_determination_and_its_conditions_are_what_counts() {
        var process = opening(
                        request(
                                new Route(
                                        Route.Kind.SOLE_SOURCE,
                                        "Only they can",
                                        id("determination").toString()),
                                1,
                                false),
                        LINES,
                        List.of(),
                        ON_FEBRUARY_5)
                .orRefuse()
                .state();
        Determination standing = new Standing(new Finding(
                new DeterminationId(id("determination")),
                FUND_2019,
                FY2019,
                program("A"),
                Route.Kind.SOLE_SOURCE,
                "sole-source",
                Money.ofDollars("30000.00"),
                "Catalogues were searched",
                List.of(),
                "As others pay",
                List.of(new Answer("condition-sole-source-investigated", "Nobody else was found")),
                "Chief procurement officer",
                ON_FEBRUARY_5,
                "Only they can",
                "olga",
                AT_FEBRUARY_5));

        var with = Checklist.of(process, Optional.empty(), Optional.of(standing), TRACES, RULES);
        var without = Checklist.of(process, Optional.empty(), Optional.empty(), TRACES, RULES);

        assertThat(with.items().getFirst().evidence())
                .isEqualTo(new Evidence("determination " + id("determination"), AT_FEBRUARY_5, "olga"));
        assertThat(with.items().get(1).evidence())
                .isEqualTo(new Evidence("Nobody else was found", AT_FEBRUARY_5, "olga"));
        assertThat(with.items()).noneMatch(item -> item.rule().stage().equals("solicitation"));
        assertThat(without.missing())
                .hasSize(1)
                .allMatch(item -> item.rule().kind().equals("ground"));
    }

    @Test
    void a_cancelled_process_needs_nothing() {
        var cancelled = new Cancelling("The specification was wrong", "issuer", "olga")
                .of(opened(LINES), Optional.empty(), LINES, AT_FEBRUARY_5)
                .orRefuse()
                .state();

        assertThat(checklist(cancelled, null).items()).isEmpty();
    }

    @Property
    void every_demand_of_the_rules_stands_on_the_list_once(@ForAll @LongRange(min = 1, max = 30_000_000) long cents) {
        var process = opened(List.of(line(1, new Money(cents).dollars())));

        assertThat(checklist(process, null).items().stream()
                        .map(item -> item.rule().name()))
                .containsExactlyInAnyOrderElementsOf(
                        RULES.evaluate(ON_FEBRUARY_5, new Money(cents)).orRefuse().state().requirements().stream()
                                .map(one -> one.id())
                                .toList());
    }
}
