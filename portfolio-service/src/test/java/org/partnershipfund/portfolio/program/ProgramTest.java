package org.partnershipfund.portfolio.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.portfolio.fixtures.Harbor.ALLIANCE;
import static org.partnershipfund.portfolio.fixtures.Harbor.CLUB;
import static org.partnershipfund.portfolio.fixtures.Harbor.OCTOBER_5;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_2_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_5_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.SEPTEMBER_1;
import static org.partnershipfund.portfolio.fixtures.Harbor.alliance;
import static org.partnershipfund.portfolio.fixtures.Harbor.club;
import static org.partnershipfund.portfolio.fixtures.Harbor.homework;
import static org.partnershipfund.portfolio.fixtures.Harbor.prices;
import static org.partnershipfund.portfolio.fixtures.Harbor.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramChanged;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramRegistered;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceCodeTwice;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceNotPositive;
import org.partnershipfund.portfolio.program.ProgramRefusal.ProgramExists;
import org.partnershipfund.portfolio.program.ProgramRefusal.ServiceAreaFixed;

/** Policy §2 "Programs and prices". */
class ProgramTest {

    private static final PriceSheet.Asked AS_BEFORE = prices(SEPTEMBER_1, "60000.00");

    @Test
    void a_program_is_registered_with_its_first_prices_and_says_so() {
        var program = new Program(
                CLUB,
                ALLIANCE,
                homework(),
                List.of(new PriceSheet(1, SEPTEMBER_1, List.of(year("60000.00")))),
                ON_2_OCTOBER,
                ON_2_OCTOBER);

        assertThat(Program.register(CLUB, alliance(), homework(), AS_BEFORE, Optional.empty(), ON_2_OCTOBER))
                .isEqualTo(Decision.accept(
                        program, new ProgramRegistered(program, "Harbor Youth Alliance", ON_2_OCTOBER)));
        assertThat(homework().grades()).containsExactly(Grade.KINDERGARTEN, Grade.GRADE_1, Grade.GRADE_2);
    }

    @Test
    void a_partner_names_its_programs_apart() {
        assertThat(Program.register(CLUB, alliance(), homework(), AS_BEFORE, Optional.of(CLUB), ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(new ProgramExists("Harbor Homework Club", CLUB)));
        assertThat(change(homework(), AS_BEFORE, Optional.of(CLUB)))
                .isEqualTo(Decision.refuse(new ProgramExists("Harbor Homework Club", CLUB)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void nothing_is_not_a_price(String dollars) {
        assertThat(Program.register(
                        CLUB, alliance(), homework(), prices(SEPTEMBER_1, dollars), Optional.empty(), ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(new PriceNotPositive("year", Money.ofDollars(dollars))));
    }

    @Test
    void a_price_is_chosen_by_its_code() {
        var twice = new PriceSheet.Asked(LocalDate.of(2018, 7, 1), List.of(year("1.00"), year("2.00")));

        assertThat(change(homework(), twice, Optional.empty())).isEqualTo(Decision.refuse(new PriceCodeTwice("year")));
    }

    @Test
    void a_program_keeps_its_service_area() {
        var another = new Program.Description(
                "Harbor Homework Club", ServiceArea.ACADEMIC, "Tutoring", List.of(Grade.GRADE_1), 400);

        assertThat(change(another, AS_BEFORE, Optional.empty()))
                .isEqualTo(Decision.refuse(
                        new ServiceAreaFixed(ServiceArea.ACADEMIC, ServiceArea.AFTERSCHOOL_AND_RECREATION)));
    }

    @Test
    void the_same_again_changes_nothing_and_says_nothing() {
        assertThat(change(homework(), AS_BEFORE, Optional.empty())).isEqualTo(Decision.accept(club()));
    }

    @Test
    void a_change_of_capacity_keeps_the_prices() {
        var larger = new Program.Description(
                homework().name(),
                homework().area(),
                homework().text(),
                homework().grades(),
                500);
        var changed = new Program(CLUB, ALLIANCE, larger, club().sheets(), ON_2_OCTOBER, ON_5_OCTOBER);

        assertThat(change(larger, AS_BEFORE, Optional.empty()))
                .isEqualTo(
                        Decision.accept(changed, new ProgramChanged(changed, "Harbor Youth Alliance", ON_5_OCTOBER)));
    }

    @Test
    void each_day_has_the_price_of_the_sheet_that_began_last() {
        var program = change(homework(), prices(LocalDate.of(2018, 7, 1), "65000.00"), Optional.empty())
                .orRefuse()
                .state();

        assertThat(program.sheetOn(LocalDate.of(2017, 8, 31))).isEmpty();
        assertThat(program.sheetOn(SEPTEMBER_1)).contains(program.sheets().get(0));
        assertThat(program.sheetOn(LocalDate.of(2018, 6, 30)))
                .contains(program.sheets().get(0));
        assertThat(program.sheetOn(LocalDate.of(2018, 7, 1)))
                .contains(program.sheets().get(1));
    }

    /** Whatever a partner tries and whenever: what a day cost stays what it costs. */
    @Property(tries = 300)
    void no_change_of_prices_reaches_a_day_that_has_passed(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -30, max = 60) Integer> daysFromToday) {
        Program program = club();
        LocalDate today = OCTOBER_5;
        for (int days : daysFromToday) {
            var asked = prices(today.plusDays(days), (1000 + days) + ".00");
            Program before = program;
            program = switch (Program.change(
                    before, alliance(), homework(), asked, Optional.empty(), today, ON_5_OCTOBER)) {
                case Decision.Accepted<Program> accepted -> accepted.state();
                case Decision.Refused<Program> _ -> before;
            };

            for (LocalDate day = today.minusDays(40); day.isBefore(today); day = day.plusDays(1)) {
                assertThat(program.sheetOn(day)).isEqualTo(before.sheetOn(day));
            }
            assertThat(program.sheets()).startsWith(before.sheets().toArray(PriceSheet[]::new));
            assertThat(program.sheets().stream().map(PriceSheet::validFrom).toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
            today = today.plusDays(3);
        }
    }

    private static Decision<Program> change(
            Program.Description description, PriceSheet.Asked prices, Optional<ProgramId> namesake) {
        return Program.change(club(), alliance(), description, prices, namesake, OCTOBER_5, ON_5_OCTOBER);
    }
}
