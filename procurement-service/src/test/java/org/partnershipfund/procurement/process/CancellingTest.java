package org.partnershipfund.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.asked;
import static org.partnershipfund.procurement.fixtures.Purchases.competition;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opened;
import static org.partnershipfund.procurement.fixtures.Purchases.opening;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.quote;
import static org.partnershipfund.procurement.fixtures.Purchases.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.process.Cancellation.Freed;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessCancelled;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** Policy procurement §10: how a process ends without a contract. */
class CancellingTest {

    private static final Instant LATER = AT_FEBRUARY_5.plusSeconds(3_600);
    private static final Cancelling CANCELLING = new Cancelling("The specification was wrong", "issuer", "officer");
    private static final List<ReservedLine> LINES = List.of(line(1, "20000.00"), line(2, "10000.00"));

    static List<List<String>> table() {
        return Policy.table("| the process is | contract |");
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_process_ends_as_the_policy_says(List<String> row) {
        var process = in(row.get(0));
        Optional<UUID> contract = row.get(1).equals("none") ? Optional.empty() : Optional.of(id("contract"));
        var lines = row.get(2).equals("yes") ? LINES : List.<ReservedLine>of();

        var decision = CANCELLING.of(process, contract, lines, LATER);

        assertThat(outcome(decision)).isEqualTo(row.get(3));
    }

    @Test
    void its_file_is_kept_with_the_reason_and_what_is_free_again() {
        var solicited = in("solicited");

        var decision = CANCELLING.of(solicited, Optional.empty(), LINES, LATER).orRefuse();

        var cancellation = new Cancellation(
                "The specification was wrong",
                "issuer",
                "officer",
                LINES.stream()
                        .map(one ->
                                new Freed(one.selection(), 1, one.line(), one.school(), one.program(), one.amount()))
                        .toList(),
                LATER);
        assertThat(decision.state()).isEqualTo(new Cancelled(solicited, cancellation));
        assertThat(decision.events()).isEqualTo(List.of(new ProcessCancelled(solicited, cancellation)));
        assertThat(decision.state().method()).isEqualTo(solicited.method());
    }

    @Test
    void nothing_is_asked_for_offered_or_awarded_any_more() {
        var cancelled = in("cancelled");
        var rules = Policy.rules();

        assertThat(outcome(Competition.solicit(
                        cancelled, asked("A", "B", "C"), ON_FEBRUARY_5, List.of(), rules, ON_FEBRUARY_5, LATER)))
                .isEqualTo("NoSolicitationNow");
        assertThat(outcome(Competition.offer(cancelled, quote("A", "1.00"), ON_FEBRUARY_5, LATER)))
                .isEqualTo("NoOffersNow");
        assertThat(outcome(new Awarding(id("program A"), "Best", List.of())
                        .of(cancelled, LINES, List.of(cancelled), rules, LATER)))
                .isEqualTo("NotAwardableNow");
        assertThat(ContractingProcess.revalued(cancelled, List.of(), rules)).isEqualTo(cancelled);
    }

    @Test
    void what_was_cancelled_does_not_count_when_it_comes_to_splitting() {
        var lines = List.of(line(3, "40000.00"));
        var standing = opened(LINES);

        assertThat(outcome(opening(request(competition(), 1, false), lines, List.of(standing), ON_FEBRUARY_5)))
                .isEqualTo("Splitting");
        assertThat(outcome(opening(
                        request(competition(), 1, false),
                        lines,
                        List.of(new Cancelled(
                                standing, new Cancellation("Wrong", "issuer", "officer", List.of(), LATER))),
                        ON_FEBRUARY_5)))
                .isEqualTo("done");
    }

    private static ContractingProcess in(String state) {
        var open = opened(LINES);
        if (state.equals("open")) {
            return open;
        }
        var rules = Policy.rules();
        var solicited = Competition.solicit(
                        open, asked("A", "B", "C"), ON_FEBRUARY_5, List.of(open), rules, ON_FEBRUARY_5, AT_FEBRUARY_5)
                .orRefuse()
                .state();
        for (String letter : List.of("A", "B", "C")) {
            solicited = Competition.offer(solicited, quote(letter, "29000.00"), ON_FEBRUARY_5, AT_FEBRUARY_5)
                    .orRefuse()
                    .state();
        }
        return switch (state) {
            case "solicited" -> solicited;
            case "awarded" ->
                new Awarding(id("program A"), "Lowest", List.of())
                        .of(solicited, LINES, List.of(solicited), rules, AT_FEBRUARY_5)
                        .orRefuse()
                        .state();
            case "cancelled" ->
                new Cancelled(solicited, new Cancellation("Wrong", "issuer", "officer", List.of(), AT_FEBRUARY_5));
            default -> throw new IllegalArgumentException(state);
        };
    }

    @Test
    void a_free_line_keeps_its_money() {
        assertThat(LINES.stream().map(ReservedLine::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(((Cancelled) CANCELLING
                                .of(in("open"), Optional.empty(), LINES, LATER)
                                .orRefuse()
                                .state())
                        .cancellation().freed().stream().map(Freed::amount).reduce(Money.ZERO, Money::plus));
    }
}
