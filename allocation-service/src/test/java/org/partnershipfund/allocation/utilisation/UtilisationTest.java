package org.partnershipfund.allocation.utilisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.utilisation.Spending.Spent;
import org.partnershipfund.allocation.utilisation.Utilisation.QuintileUse;
import org.partnershipfund.allocation.utilisation.Utilisation.Use;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy equity §8: what became of the allocations. */
class UtilisationTest {

    private static final List<SchoolAmount> SCHOOLS = List.of(
            school(District.ADAMS.code(), "0.70", 300, "600.00"),
            school(District.BAKER.code(), "0.60", 200, "400.00"),
            school(District.CURIE.code(), "0.20", 100, "0.00"));

    @Test
    void is_counted_by_need_as_the_policy_shows() {
        var utilisation = Utilisation.of(
                SCHOOLS,
                Map.of(
                        District.ADAMS.code(), spent("500.00", "100.00"),
                        District.BAKER.code(), spent("100.00", "0.00")));

        assertThat(utilisation.quintiles())
                .extracting(UtilisationTest::row)
                .containsExactlyElementsOf(PolicyPage.examples("equity.md", "utilisation by need"));
        assertThat(utilisation.all()).isEqualTo(new Use(money("1000.00"), money("600.00"), money("100.00")));
        assertThat(utilisation.all().contractedShare()).contains(new BigDecimal("0.600000"));
        assertThat(utilisation.all().paidShare()).contains(new BigDecimal("0.100000"));
    }

    @Test
    void only_schools_that_are_allocated_money_are_listed() {
        var utilisation = Utilisation.of(SCHOOLS, Map.of());

        assertThat(utilisation.schools())
                .extracting(use -> use.school().school())
                .containsExactly(District.ADAMS.code(), District.BAKER.code());
        assertThat(utilisation.schools().getFirst().quintiles()).containsExactly(3, 4, 5);
        assertThat(utilisation.schools().getFirst().use().paidShare()).contains(new BigDecimal("0.000000"));
    }

    @Test
    void before_publication_there_is_nothing_to_use() {
        var utilisation = Utilisation.of(List.of(), Map.of());

        assertThat(utilisation.schools()).isEmpty();
        assertThat(utilisation.all().contractedShare()).isEmpty();
        assertThat(utilisation.quintiles()).hasSize(5);
    }

    @Test
    void who_is_allocated_nothing_spends_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Utilisation.of(SCHOOLS, Map.of(District.CURIE.code(), spent("1.00", "0.00"))))
                .withMessageContaining("00350003");
    }

    @Test
    void a_school_without_pupils_that_is_held_harmless_is_in_no_fifth() {
        var utilisation =
                Utilisation.of(List.of(SCHOOLS.getFirst(), school(District.CURIE.code(), "0.20", 0, "5.00")), Map.of());

        assertThat(utilisation.schools()).hasSize(2);
        assertThat(utilisation.all().allocated()).isEqualTo(money("605.00"));
        assertThat(utilisation.quintiles().stream()
                        .map(QuintileUse::use)
                        .map(Use::allocated)
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(money("600.00"));
    }

    @Property
    void the_fifths_add_up_to_the_whole(@ForAll("spending") List<Spent> spending) {
        List<SchoolAmount> schools = new ArrayList<>();
        var spent = new TreeMap<SchoolCode, Spent>();
        for (Spent one : spending) {
            var code = new SchoolCode("%08d".formatted(schools.size()));
            schools.add(new SchoolAmount(
                    code,
                    "a school",
                    new IndexValue(10_000 + schools.size() % 7),
                    1 + schools.size() * 13,
                    one.contracted()));
            spent.put(code, one);
        }
        var utilisation = Utilisation.of(schools, spent);

        assertThat(utilisation.quintiles().stream().map(QuintileUse::use).reduce(Use.NOTHING, Use::plus))
                .isEqualTo(utilisation.all());
        assertThat(utilisation.all().paid())
                .isEqualTo(spending.stream().map(Spent::paid).reduce(Money.ZERO, Money::plus));
    }

    @Test
    void shares_are_of_somebody_and_add_up() {
        var shares = new Shares(new TreeMap<>(Map.of(District.ADAMS.code(), money("600.00"))));

        assertThat(shares.addingUpTo(money("600.00"))).isSameAs(shares);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares.addingUpTo(money("600.01")))
                .withMessageContaining("$600.00, not to $600.01");
        assertThatIllegalArgumentException().isThrownBy(() -> new Shares(new TreeMap<>()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shares(new TreeMap<>(Map.of(District.ADAMS.code(), Money.ZERO))));
    }

    @Provide
    Arbitrary<List<Spent>> spending() {
        Arbitrary<Money> money = Arbitraries.longs().between(1, 100_000_000).map(Money::new);
        return Combinators.combine(money, money)
                .as(Spent::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static List<String> row(QuintileUse quintile) {
        return List.of(
                String.valueOf(quintile.number()),
                quintile.use().allocated().dollars(),
                quintile.use().contracted().dollars(),
                quintile.use().paid().dollars(),
                quintile.use().contractedShare().map(BigDecimal::toPlainString).orElse("-"),
                quintile.use().paidShare().map(BigDecimal::toPlainString).orElse("-"));
    }

    private static SchoolAmount school(SchoolCode code, String index, int pupils, String dollars) {
        return new SchoolAmount(code, "a school", IndexValue.of(index), pupils, money(dollars));
    }

    private static Spent spent(String contracted, String paid) {
        return new Spent(money(contracted), money(paid));
    }

    private static Money money(String dollars) {
        return Money.ofDollars(dollars);
    }
}
