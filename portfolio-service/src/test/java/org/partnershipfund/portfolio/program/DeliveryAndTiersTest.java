package org.partnershipfund.portfolio.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.portfolio.fixtures.Harbor.CLUB;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_2_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.SEPTEMBER_1;
import static org.partnershipfund.portfolio.fixtures.Harbor.alliance;
import static org.partnershipfund.portfolio.fixtures.Harbor.homework;
import static org.partnershipfund.portfolio.fixtures.Harbor.prices;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.program.ProgramRefusal.TermOfAnotherArea;
import org.partnershipfund.portfolio.program.ProgramRefusal.TierNotPossible;

/** Policy catalogue §1 and §2: what a program says of itself, and for how many units a price counts. */
class DeliveryAndTiersTest {

    private static final Session MONDAY = new Session(DayOfWeek.MONDAY, LocalTime.of(15, 0), LocalTime.of(17, 30));
    private static final Session FRIDAY = new Session(DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(9, 0));

    static Stream<List<String>> tiers() {
        return PolicyPage.examples("catalogue.md", "tiers").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tiers")
    void a_tier_counts_units_as_the_policy_shows(List<String> row) {
        var tier = new Tier(
                Integer.parseInt(row.get(1)),
                Optional.of(row.get(2)).filter(last -> !last.isEmpty()).map(Integer::valueOf));
        var unit = PriceUnit.of(row.get(0));
        var price = new Price("some", "Some", unit, Money.ofDollars("10.00"), tier);

        var registered = Program.register(
                CLUB,
                alliance(),
                homework(),
                new PriceSheet.Asked(SEPTEMBER_1, List.of(price)),
                Optional.empty(),
                ON_2_OCTOBER);

        switch (registered) {
            case Accepted<Program> _ -> assertThat(row.get(3)).isEqualTo("registered");
            case Refused<Program>(var why) -> {
                assertThat(row.get(3)).isEqualTo("tier-not-possible");
                assertThat(why).isEqualTo(new TierNotPossible("some", unit, tier));
            }
        }
    }

    @Test
    void a_tier_holds_what_lies_between_its_ends_both_included() {
        var middle = new Tier(30, Optional.of(59));

        assertThat(List.of(29, 30, 59, 60).stream().map(middle::holds).toList())
                .containsExactly(false, true, true, false);
        assertThat(Tier.ANY.holds(Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void a_program_has_sub_terms_of_its_own_area_only_also_when_it_changes() {
        var wrong = with(new Delivery(
                List.of(SubTerm.ARTS, SubTerm.LITERACY), List.of(), List.of(), List.of(), Optional.empty()));
        var no = new TermOfAnotherArea(SubTerm.LITERACY, ServiceArea.AFTERSCHOOL_AND_RECREATION);

        assertThat(Program.register(
                        CLUB, alliance(), wrong, prices(SEPTEMBER_1, "1.00"), Optional.empty(), ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(no));
        assertThat(Program.change(
                        org.partnershipfund.portfolio.fixtures.Harbor.club(),
                        alliance(),
                        wrong,
                        prices(SEPTEMBER_1, "60000.00"),
                        Optional.empty(),
                        SEPTEMBER_1,
                        ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(no));
    }

    @Test
    void what_a_program_says_is_sorted_and_said_once() {
        var said = new Delivery(
                List.of(SubTerm.SPORTS, SubTerm.ARTS, SubTerm.ARTS),
                List.of("ht", "en", "ht"),
                List.of(FRIDAY, MONDAY, MONDAY),
                List.of(),
                Optional.of(15));

        assertThat(said)
                .isEqualTo(new Delivery(
                        List.of(SubTerm.ARTS, SubTerm.SPORTS),
                        List.of("en", "ht"),
                        List.of(MONDAY, FRIDAY),
                        List.of(),
                        Optional.of(15)));
    }

    @Test
    void nobody_has_no_pupils_and_no_session_ends_before_it_begins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delivery(List.of(), List.of(), List.of(), List.of(), Optional.of(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Session(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.NOON));
    }

    @Test
    void the_words_of_the_terms_are_those_that_doors_and_files_take() {
        assertThat(Arrays.stream(SubTerm.values()).map(SubTerm::word).collect(Collectors.joining("|")))
                .isEqualTo(SubTerm.WORDS);
        assertThat(Arrays.stream(SubTerm.values()).map(SubTerm::word).map(SubTerm::of))
                .containsExactly(SubTerm.values());
    }

    private static Program.Description with(Delivery delivery) {
        var plain = homework();
        return new Program.Description(
                plain.name(), plain.area(), plain.text(), plain.grades(), plain.capacity(), delivery);
    }
}
