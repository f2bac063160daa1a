package org.partnershipfund.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.asked;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opened;
import static org.partnershipfund.procurement.fixtures.Purchases.opening;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.quote;
import static org.partnershipfund.procurement.fixtures.Purchases.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.LateSchools.Contracted;
import org.partnershipfund.procurement.process.LateSchools.Joined;
import org.partnershipfund.procurement.process.LateSchools.Way;
import org.partnershipfund.procurement.process.ProcessRefusal.TooLateToJoin;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.RuleBook;

/** Policy procurement §12: a school whose selection comes late. */
class LateSchoolsTest {

    private static final RuleBook RULES = Policy.rules();
    private static final List<ReservedLine> BOUGHT = List.of(line(1, "10000.00"));

    static List<List<String>> table() {
        return Policy.table("| the process is | agreed |");
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_comes_late_is_bought_as_the_policy_says(List<String> row) {
        Optional<Contracted> contract = row.get(1).isEmpty()
                ? Optional.empty()
                : Optional.of(new Contracted(Money.ofDollars(row.get(1)), Money.ofDollars(row.get(2))));
        Optional<Integer> percent = row.get(4).isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(row.get(4)));

        assertThat(LateSchools.way(in(row.get(0)), Money.ofDollars(row.get(3)), contract, percent)
                        .name())
                .isEqualTo(row.get(5));
    }

    static List<List<String>> growth() {
        return Policy.table("contracts.md", "| would be worth | before it |");
    }

    /** docs/policy/contracts.md §4.9. */
    @ParameterizedTest
    @MethodSource("growth")
    void a_sole_source_is_not_amended_above_its_cap(List<String> row) {
        var earlier = row.get(1).isEmpty()
                ? List.<ContractingProcess>of()
                : List.<ContractingProcess>of(opened(List.of(line(9, row.get(1)))));
        var own = (Awarded) awardedBy(Route.Kind.SOLE_SOURCE);
        List<ContractingProcess> year = new ArrayList<>(earlier);
        var opening = later(own.opening());
        year.add(new Awarded(opening, null, own.award()));

        String outcome = Growing.overCap(opening, Money.ofDollars(row.get(0)), year, RULES, ON_FEBRUARY_5)
                .map(why -> why.getClass().getSimpleName())
                .orElse("done");

        assertThat(outcome).isEqualTo(row.get(2));
        assertThat(Growing.overCap(
                        ((Awarded) awardedBy(Route.Kind.EXEMPTION)).opening(),
                        Money.ofDollars("900000.00"),
                        year,
                        RULES,
                        ON_FEBRUARY_5))
                .isEmpty();
    }

    /** Opened after what was bought before it. */
    private static ContractingProcess.Opening later(ContractingProcess.Opening opening) {
        return new ContractingProcess.Opening(
                opening.id(),
                opening.fund(),
                opening.year(),
                opening.chosen(),
                opening.route(),
                opening.termYears(),
                opening.termAuthorisedBy(),
                opening.own(),
                opening.value(),
                opening.method(),
                opening.openedOn(),
                opening.openedAt().plusSeconds(60));
    }

    @Test
    void a_late_school_joins_before_anybody_is_asked_and_the_method_is_found_again() {
        var open = opened(BOUGHT);
        var late = List.of(line(2, "45000.00"));

        var joined = join(open, late).orRefuse().state();

        assertThat(open.method()).isEqualTo(Method.WRITTEN_QUOTES);
        assertThat(joined.lines()).isEqualTo(late);
        assertThat(joined.process().method()).isEqualTo(Method.SEALED_BIDS_OR_PROPOSALS);
        assertThat(joined.process().opening().own()).isEqualTo(Money.ofDollars("55000.00"));
    }

    @Test
    void a_sole_source_is_joined_only_within_its_cap() {
        var route = new Route(
                Route.Kind.SOLE_SOURCE, "Only they can", id("determination").toString());
        var open = opening(request(route, 1, false), BOUGHT, List.of(), ON_FEBRUARY_5)
                .orRefuse()
                .state();

        assertThat(join(open, List.of(line(2, "40000.00"))).orRefuse().state().lines())
                .hasSize(1);
        assertThat(join(open, List.of(line(2, "40000.01"))))
                .isEqualTo(Decision.refuse(new TooLateToJoin(open.id(), Way.NEW_PROCESS)));
    }

    @Test
    void nobody_joins_without_a_reservation_or_after_offers_were_asked_for() {
        assertThat(outcome(join(opened(BOUGHT), List.of()))).isEqualTo("NothingToBuy");
        assertThat(join(in("solicited"), List.of(line(2, "1.00"))))
                .isEqualTo(Decision.refuse(new TooLateToJoin(in("solicited").id(), Way.ASK_ANEW)));
    }

    @Property
    void amendments_never_add_more_than_the_percentage_to_the_cent(
            @ForAll @LongRange(min = 1, max = 100_000_000) long agreed,
            @ForAll @LongRange(min = 0, max = 50_000_000) long added,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        var contract = new Contracted(new Money(agreed), new Money(agreed + added));

        long room = contract.room(percent).cents();

        assertThat(room).isNotNegative();
        if (room > 0) {
            assertThat((added + room) * 100).isLessThanOrEqualTo(agreed * percent);
            assertThat((added + room + 1) * 100).isGreaterThan(agreed * percent);
        }
    }

    private static Decision<Joined> join(ContractingProcess process, List<ReservedLine> late) {
        return LateSchools.join(process, BOUGHT, late, Optional.empty(), Optional.of(25), List.of(process), RULES);
    }

    /** Awarded, on a route on which nothing was compared. */
    private static ContractingProcess awardedBy(Route.Kind kind) {
        var open = (Open) opening(
                        request(
                                new Route(
                                        kind,
                                        "Only they can",
                                        id("determination").toString()),
                                1,
                                false),
                        BOUGHT,
                        List.of(),
                        ON_FEBRUARY_5)
                .orRefuse()
                .state();
        var price = Money.ofDollars("10000.00");
        return new Awarded(
                open.opening(),
                null,
                new Award(open.opening().chosen(), price, "As determined", List.of(), true, AT_FEBRUARY_5));
    }

    private static ContractingProcess in(String state) {
        if (state.startsWith("awarded as ")) {
            return awardedBy(Route.Kind.ofWord(state.substring("awarded as ".length())));
        }
        var open = opened(BOUGHT);
        if (state.equals("open")) {
            return open;
        }
        var solicited = Competition.solicit(
                        open, asked("A", "B", "C"), ON_FEBRUARY_5, List.of(), RULES, ON_FEBRUARY_5, AT_FEBRUARY_5)
                .orRefuse()
                .state();
        if (state.equals("solicited")) {
            return solicited;
        }
        for (String letter : List.of("A", "B", "C")) {
            solicited = Competition.offer(solicited, quote(letter, "10000.00"), ON_FEBRUARY_5, AT_FEBRUARY_5)
                    .orRefuse()
                    .state();
        }
        return switch (state) {
            case "awarded" ->
                new Awarding(id("program A"), "Lowest", List.of())
                        .of(solicited, BOUGHT, List.of(), RULES, AT_FEBRUARY_5)
                        .orRefuse()
                        .state();
            case "cancelled" ->
                new Cancelling("Wrong", "issuer", "officer")
                        .of(solicited, Optional.empty(), BOUGHT, AT_FEBRUARY_5)
                        .orRefuse()
                        .state();
            default -> throw new IllegalArgumentException(state);
        };
    }
}
