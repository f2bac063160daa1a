package org.partnershipfund.approval.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CHOIR;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.HOMEWORK;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.agreed;
import static org.partnershipfund.approval.fixtures.School.choir;
import static org.partnershipfund.approval.fixtures.School.homework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.menu.PriceSheet;
import org.partnershipfund.approval.menu.PriceSheet.Price;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountMissing;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountNotAsked;
import org.partnershipfund.approval.selection.SelectionRefusal.AgreedAmountTooHigh;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchPrice;
import org.partnershipfund.approval.selection.SelectionRefusal.NotAwarded;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.QuantityOutsideTier;
import org.partnershipfund.approval.selection.SelectionRefusal.ServiceOutsideYear;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy approval §3: what a line costs, and when it is none. */
class PricingLinesTest {

    private static final LocalDate FROM = LocalDate.of(2018, 9, 4);
    private static final LocalDate UNTIL = LocalDate.of(2019, 6, 21);

    @Test
    void a_fixed_price_is_taken_times_the_quantity() {
        Line line = price(asked(HOMEWORK, "session", 40, Optional.empty()))
                .orRefuse()
                .state()
                .getFirst();

        assertThat(line.amount()).isEqualTo(Money.ofDollars("1000.00"));
        assertThat(line.unit()).isEqualTo(Unit.PER_SESSION);
        assertThat(line.partnerName()).isEqualTo("Harbor Youth Alliance");
    }

    @Test
    void an_agreed_amount_stays_within_the_sheet_also_times_the_quantity() {
        assertThat(price(agreed("60000.00")).orRefuse().state().getFirst().amount())
                .isEqualTo(Money.ofDollars("60000.00"));
        assertThat(price(agreed("60000.01")))
                .isEqualTo(new Refused<>(new AgreedAmountTooHigh(
                        "Harbor Homework Club", Money.ofDollars("60000.01"), Money.ofDollars("60000.00"))));
        assertThat(price(asked(HOMEWORK, "year", 2, Optional.of(Money.ofDollars("30000.01")))))
                .isEqualTo(new Refused<>(new AgreedAmountTooHigh(
                        "Harbor Homework Club", Money.ofDollars("60000.02"), Money.ofDollars("60000.00"))));
        assertThat(price(asked(HOMEWORK, "year", 1, Optional.empty())))
                .isEqualTo(new Refused<>(
                        new AgreedAmountMissing("Harbor Homework Club", "year", Money.ofDollars("60000.00"))));
        assertThat(price(agreed("0.00")))
                .isEqualTo(new Refused<>(
                        new AgreedAmountMissing("Harbor Homework Club", "year", Money.ofDollars("60000.00"))));
        assertThat(price(asked(HOMEWORK, "session", 1, Optional.of(new Money(1)))))
                .isEqualTo(new Refused<>(new AgreedAmountNotAsked("Harbor Homework Club", "session", "per-session")));
    }

    @Test
    void a_tier_counts_for_its_quantities_and_a_flat_price_is_bought_once() {
        Program choir = choir();
        var small = new Price("small", "1 to 29 pupils", Unit.PER_PUPIL, Money.ofDollars("120.00"), 1, Optional.of(29));
        var large = new Price("large", "30 pupils", Unit.PER_PUPIL, Money.ofDollars("100.00"), 30, Optional.empty());
        var whole = new Price("whole", "The whole school", Unit.FLAT, Money.ofDollars("9000.00"));
        var tiers = Map.of(
                CHOIR,
                choir.told(new Program(
                        CHOIR,
                        choir.partner(),
                        choir.partnerName(),
                        choir.name(),
                        choir.serviceArea(),
                        List.of(new PriceSheet(2, TODAY, List.of(small, large, whole))),
                        List.of())));

        assertThat(cost(tiers, "small", 29)).isEqualTo("3480.00");
        assertThat(cost(tiers, "large", 30)).isEqualTo("3000.00");
        assertThat(cost(tiers, "whole", 1)).isEqualTo("9000.00");
        assertThat(price(tiers, "small", 30))
                .isEqualTo(new Refused<>(new QuantityOutsideTier("School Choir", "small", 30, 1, Optional.of(29))));
        assertThat(price(tiers, "large", 29))
                .isEqualTo(new Refused<>(new QuantityOutsideTier("School Choir", "large", 29, 30, Optional.empty())));
        assertThat(price(tiers, "whole", 2))
                .isEqualTo(new Refused<>(new QuantityOutsideTier("School Choir", "whole", 2, 1, Optional.of(1))));
    }

    private static String cost(Map<ProgramId, Program> programs, String code, int quantity) {
        return price(programs, code, quantity)
                .orRefuse()
                .state()
                .getFirst()
                .amount()
                .dollars();
    }

    private static Decision<List<Line>> price(Map<ProgramId, Program> programs, String code, int quantity) {
        return LineAsked.price(
                List.of(asked(CHOIR, code, quantity, Optional.empty())),
                programs,
                FY2019,
                List.of(),
                TODAY,
                School.ids());
    }

    @Test
    void the_sheet_in_force_on_the_day_of_drafting_counts() {
        Program choir = choir();
        List<PriceSheet> sheets = new ArrayList<>(choir.sheets());
        sheets.add(new PriceSheet(2, TODAY.plusDays(1), List.of(new Price("year", "x", Unit.PER_YEAR, new Money(1)))));
        Program changed = choir.told(new Program(
                CHOIR, choir.partner(), choir.partnerName(), choir.name(), choir.serviceArea(), sheets, List.of()));

        assertThat(changed.sheetOn(TODAY).orElseThrow().version()).isEqualTo(1);
        assertThat(changed.sheetOn(TODAY.plusDays(1)).orElseThrow().version()).isEqualTo(2);
        assertThat(changed.sheetOn(LocalDate.of(2017, 8, 31))).isEmpty();
    }

    @Test
    void what_is_not_known_or_not_of_the_year_is_refused() {
        var unknown = new ProgramId(new UUID(0, 99));

        assertThat(price(asked(unknown, "year", 1, Optional.empty())))
                .isEqualTo(new Refused<>(new ProgramNotHeard(unknown)));
        assertThat(price(asked(CHOIR, "decade", 1, Optional.empty())))
                .isEqualTo(new Refused<>(new NoSuchPrice("School Choir", "decade", TODAY)));
        for (LocalDate[] days :
                new LocalDate[][] {{LocalDate.of(2018, 6, 30), UNTIL}, {FROM, LocalDate.of(2019, 7, 1)}, {UNTIL, FROM}
                }) {
            assertThat(price(new LineAsked(CHOIR, "year", 1, Optional.empty(), 30, days[0], days[1])))
                    .isEqualTo(new Refused<>(new ServiceOutsideYear(
                            "School Choir", days[0], days[1], LocalDate.of(2018, 7, 1), LocalDate.of(2019, 6, 30))));
        }
    }

    @Test
    void an_award_is_taken_at_its_amount_and_only_by_whom_it_was_given() {
        var award = new Award(
                new UUID(0, 1),
                new UUID(0, 2),
                HOMEWORK,
                CHOIR,
                "Inner City Voices",
                Money.ofDollars("900.00"),
                School.NOW);
        LineAsked accepted = asked(CHOIR, "awarded", 1, Optional.empty());

        Line line = LineAsked.price(List.of(accepted), programs(), FY2019, List.of(award), TODAY, School.ids())
                .orRefuse()
                .state()
                .getFirst();

        assertThat(line.amount()).isEqualTo(Money.ofDollars("900.00"));
        assertThat(line.unit()).isEqualTo(Unit.AGREED);
        assertThat(price(accepted)).isEqualTo(new Refused<>(new NotAwarded("School Choir")));
    }

    static Stream<List<String>> awards() {
        return PolicyPage.table("approval.md", "What lines with price code awarded cost").stream();
    }

    @ParameterizedTest
    @MethodSource("awards")
    void an_award_costs_what_the_policy_page_says(List<String> row) {
        List<Award> awards = new ArrayList<>();
        for (String award : row.getFirst().split(", ", -1)) {
            awards.add(new Award(
                    process(award),
                    new UUID(9, awards.size()),
                    HOMEWORK,
                    CHOIR,
                    "Inner City Voices",
                    Money.ofDollars(award.substring(3)),
                    School.NOW));
        }
        Selection draft = Selection.draft(
                new SelectionId(new UUID(0, 601)),
                School.FUND,
                FY2019,
                School.CODE,
                School.NEEDS,
                price(agreed("100.00")).orRefuse().state(),
                School.PRINCIPAL,
                School.NOW,
                School.FINGERPRINT);
        for (Award award : awards) {
            draft = Selection.outcomeDiffers(draft, award, "lowest quote")
                    .orRefuse()
                    .state();
        }
        if (!row.get(1).equals("none")) {
            var contracted = new Contracted(
                    new UUID(7, 1), process(row.get(1)), 1, new UUID(9, 9), CHOIR, new Money(1), School.NOW);
            draft = Selection.contracted(draft, List.of(contracted)).orRefuse().state();
        }

        var priced = LineAsked.price(
                Collections.nCopies(Integer.parseInt(row.get(2)), asked(CHOIR, "awarded", 1, Optional.empty())),
                programs(),
                FY2019,
                draft.dossier().awardsToTake(),
                TODAY,
                School.ids());

        switch (priced) {
            case Decision.Accepted<List<Line>>(List<Line> lines, var _) ->
                assertThat(lines.stream().map(line -> line.amount().dollars()))
                        .containsExactly(row.get(3).split(", ", -1));
            case Refused<List<Line>>(var why) -> {
                assertThat(row.get(3)).isEqualTo("not-awarded");
                assertThat(why).isEqualTo(new NotAwarded("School Choir"));
            }
        }
    }

    /** "P2 9000.00" was made by process 2. */
    private static UUID process(String words) {
        return new UUID(8, words.charAt(1));
    }

    @Property
    void no_agreement_is_ever_above_its_sheet(
            @ForAll @LongRange(min = 1, max = 10_000_000) long cents,
            @ForAll @IntRange(min = 1, max = 100) int quantity) {
        Decision<List<Line>> priced = price(asked(HOMEWORK, "year", quantity, Optional.of(new Money(cents))));

        switch (priced) {
            case Decision.Accepted<List<Line>>(List<Line> lines, var _) ->
                assertThat(lines.getFirst().amount()).isLessThanOrEqualTo(Money.ofDollars("60000.00"));
            case Refused<List<Line>>(var why) -> assertThat(why).isInstanceOf(AgreedAmountTooHigh.class);
        }
    }

    private static Decision<List<Line>> price(LineAsked asked) {
        return LineAsked.price(List.of(asked), programs(), FY2019, List.of(), TODAY, School.ids());
    }

    private static Map<ProgramId, Program> programs() {
        return Map.of(HOMEWORK, homework(), CHOIR, choir());
    }

    private static LineAsked asked(ProgramId program, String code, int quantity, Optional<Money> agreed) {
        return new LineAsked(program, code, quantity, agreed, 30, FROM, UNTIL);
    }
}
