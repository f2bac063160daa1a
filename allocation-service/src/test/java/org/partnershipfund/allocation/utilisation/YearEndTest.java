package org.partnershipfund.allocation.utilisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.District.ADAMS;
import static org.partnershipfund.allocation.fixtures.District.BAKER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.utilisation.Spending.Spent;
import org.partnershipfund.allocation.utilisation.YearEnd.Amounts;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy allocation §13.3 to §13.6: what became of a fund's money. */
class YearEndTest {

    private static final Utilisation USED = Utilisation.of(
            List.of(school(ADAMS.code(), "Adams", "600.00"), school(BAKER.code(), "Baker", "400.00")),
            Map.of(ADAMS.code(), new Spent(Money.ofDollars("500.00"), Money.ofDollars("100.00"))));

    @Test
    void the_report_is_the_one_that_the_policy_shows() {
        List<List<String>> rows = new ArrayList<>();
        rows.addAll(rows("appropriated", YearEnd.of(Funds2019.appropriated(), USED)));
        rows.addAll(rows("closed", YearEnd.of(Funds2019.closed(), USED)));

        assertThat(rows).isEqualTo(PolicyPage.examples("the year-end report"));
    }

    @Test
    void before_the_closing_the_report_says_that_it_is_provisional() {
        for (Fund fund : List.of(Funds2019.allocated(), Funds2019.appropriated())) {
            var report = YearEnd.of(fund, USED);

            assertThat(report.isProvisional()).isTrue();
            assertThat(report.sentences())
                    .containsExactly(
                            "Provisional: the year of FY2019 is not closed, so nothing has lapsed yet.",
                            "Of $1,000.00 allocated to 2 schools, $500.00 are under contract and $100.00 of that are paid.",
                            "$500.00 are not under contract; what of it no contract claims on the day of closing lapses.");
        }
    }

    @Test
    void after_the_closing_it_says_what_lapsed_and_what_may_still_change() {
        var report = YearEnd.of(Funds2019.closed(), USED);

        assertThat(report.closedAt()).contains(Funds2019.ON_1_JULY);
        assertThat(report.sentences())
                .startsWith("The year of FY2019 is closed.")
                .last()
                .asString()
                .startsWith("$500.00 have lapsed. A contract that was drafted before the closing");
    }

    @Test
    void a_fund_that_is_not_published_has_everything_in_reserve() {
        var report = YearEnd.of(Funds2019.open(), Utilisation.of(List.of(), Map.of()));

        assertThat(report.reserve()).isEqualTo(Funds2019.POOL);
        assertThat(report.schools()).isEmpty();
        assertThat(report.all().allocated()).isEqualTo(Money.ZERO);
    }

    @Property
    void every_cent_is_somewhere_and_the_schools_add_up_to_the_whole(
            @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 9_999) Long> parts) {
        List<SchoolAmount> schools = new ArrayList<>();
        var spent = new TreeMap<SchoolCode, Spent>();
        for (long part : parts) {
            var code = new SchoolCode("%08d".formatted(schools.size()));
            Money allocated = new Money(1 + part);
            Money contracted = new Money(allocated.cents() * (part % 11) / 10);
            schools.add(school(code, "a school", allocated.dollars()));
            spent.put(code, new Spent(contracted, new Money(contracted.cents() * (part % 7) / 6)));
        }
        for (Fund fund : List.of(Funds2019.appropriated(), Funds2019.closed())) {
            var report = YearEnd.of(fund, Utilisation.of(schools, spent));

            List<Amounts> all = new ArrayList<>(
                    report.schools().stream().map(YearEnd.SchoolEnd::amounts).toList());
            assertThat(all.stream().reduce(new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO), Amounts::plus))
                    .isEqualTo(report.all());
            all.add(report.all());
            assertThat(all).allSatisfy(amounts -> {
                assertThat(amounts.contracted().plus(amounts.notContracted()).plus(amounts.lapsed()))
                        .isEqualTo(amounts.allocated());
                assertThat(amounts.paid().plus(amounts.unpaid())).isEqualTo(amounts.contracted());
                assertThat(report.isProvisional() ? amounts.lapsed() : amounts.notContracted())
                        .isEqualTo(Money.ZERO);
            });
            assertThat(report.reserve().plus(report.all().allocated())).isEqualTo(report.pool());
        }
    }

    private static List<List<String>> rows(String state, YearEnd report) {
        List<List<String>> rows = new ArrayList<>();
        report.schools().forEach(school -> rows.add(row(state, school.name(), school.amounts())));
        rows.add(row(state, "all", report.all()));
        return rows;
    }

    private static List<String> row(String state, String name, Amounts amounts) {
        return List.of(
                state,
                name,
                amounts.allocated().dollars(),
                amounts.contracted().dollars(),
                amounts.paid().dollars(),
                amounts.unpaid().dollars(),
                amounts.notContracted().dollars(),
                amounts.lapsed().dollars());
    }

    private static SchoolAmount school(SchoolCode code, String name, String dollars) {
        return new SchoolAmount(code, name, IndexValue.of("0.50"), 100, Money.ofDollars(dollars));
    }
}
