package org.partnershipfund.allocation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.RulesInWords;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.Step;
import org.partnershipfund.allocation.formula.AllocationFormula.Tiers;
import org.partnershipfund.allocation.formula.Eligibility;
import org.partnershipfund.allocation.formula.Eligibility.Taper;
import org.partnershipfund.allocation.formula.Fraction;
import org.partnershipfund.allocation.formula.Guardrails;
import org.partnershipfund.allocation.formula.HoldHarmless;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/** Policy §12: rules are a document, and the document says all of them. */
class RulesJsonTest {

    private static final Money POOL = Money.ofDollars("5700000.00");
    private static final Path PAGE = Path.of("..", "docs", "policy", "allocation.md");

    /** The rules that the policy page writes out. */
    private static final Rules EVERYTHING = new Rules(
            POOL,
            Money.ofDollars("100000.00"),
            new Taper(IndexValue.of("0.50"), IndexValue.of("0.70")),
            new Tiers(
                    LocalDate.of(2017, 10, 18),
                    List.of(new Step(IndexValue.LOWEST, 1_000), new Step(IndexValue.of("0.60"), 1_500))),
            new Guardrails(Optional.of(Money.ofDollars("20000.00")), Optional.of(Money.ofDollars("300000.00"))),
            Optional.of(new HoldHarmless(
                    new NoticeId(District.id(12)),
                    new FiscalYear(2018),
                    LocalDate.of(2017, 12, 1),
                    true,
                    1,
                    List.of(Fraction.of("1/3"), Fraction.of("2/3"), Fraction.of("1")))),
            RoundingUnit.HUNDRED_DOLLARS);

    @Test
    void the_document_of_the_policy_page_is_the_one_that_is_kept() throws IOException {
        String page = Files.readString(PAGE);
        String document = page.substring(page.indexOf("```json") + "```json".length());
        document = document.substring(0, document.indexOf("```"));
        var json = JsonMapper.builder().build();

        assertThat(json.readTree(RulesJson.of(EVERYTHING).written())).isEqualTo(json.readTree(document));
        assertThat(RulesJson.read(document).rules(POOL)).isEqualTo(EVERYTHING);
    }

    static Stream<Rules> rules() {
        return Stream.of(
                        "top 60",
                        "at least 0.560001",
                        "top 0.5 of all pupils",
                        "top 1 of all pupils",
                        "taper 0.50 to 0.70")
                .map(RulesInWords::eligibility)
                .flatMap(eligibility -> Stream.of(
                                new FlatPerPupil(), new IndexWeightedPerPupil(), RulesInWords.THREE_STEPS)
                        .flatMap(formula ->
                                Stream.of(RoundingUnit.values()).map(unit -> rules(eligibility, formula, unit))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void what_is_written_is_read_back(Rules rules) {
        String written = RulesJson.of(rules).written();

        assertThat(RulesJson.read(written).rules(POOL)).isEqualTo(rules);
        assertThat(RulesJson.of(RulesJson.read(written).rules(POOL)).written()).isEqualTo(written);
    }

    @Test
    void what_is_left_out_is_nothing_and_cents() {
        var rules = RulesJson.read(
                        "{\"eligibility\": {\"kind\": \"top\", \"schools\": 60}, \"formula\": {\"kind\": \"flat-per-pupil\"}}")
                .rules(POOL);

        assertThat(rules).isEqualTo(new Rules(POOL, RulesInWords.eligibility("top 60"), new FlatPerPupil()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'eligibility': {'kind': 'top'}, 'formula': {'kind': 'flat-per-pupil'}}",
                "{'eligibility': {'kind': 'top', 'schools': 0}, 'formula': {'kind': 'flat-per-pupil'}}",
                "{'eligibility': {'kind': 'top', 'schools': 1, 'share': '0.5'}, 'formula': {'kind': 'flat-per-pupil'}}",
                "{'eligibility': {'kind': 'top-share', 'share': '0'}, 'formula': {'kind': 'flat-per-pupil'}}",
                "{'eligibility': {'kind': 'top-share', 'share': '1.1'}, 'formula': {'kind': 'flat-per-pupil'}}",
                "{'eligibility': {'kind': 'taper', 'from': '0.70', 'to': '0.70'}, 'formula': {'kind': 'flat-per-pupil'}}",
                "{'eligibility': {'kind': 'taper', 'from': '0.70'}, 'formula': {'kind': 'flat-per-pupil'}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'tiers'}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'tiers', 'decidedOn': '2017-10-18', 'steps': []}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'tiers', 'decidedOn': '2017-10-18', 'steps': [{'atLeast': '0.01', 'weight': '0'}]}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil', 'decidedOn': '2017-10-18'}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'lottery'}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'unit': 'euro'}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'reserve': {'amount': '-1.00', 'currency': 'USD'}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'guardrails': {}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'guardrails': {'floor': {'amount': '0.00', 'currency': 'USD'}}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'guardrails': {'floor': {'amount': '2.00', 'currency': 'USD'}, 'cap': {'amount': '1.99', 'currency': 'USD'}}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'tiers', 'decidedOn': '2017-10-18', 'steps': [null]}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'holdHarmless': {'noticeId': '018f3b5e-0000-7000-8000-000000000012', 'phaseOut': [null]}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'holdHarmless': {'noticeId': '018f3b5e-0000-7000-8000-000000000012', 'phaseOut': []}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'holdHarmless': {'noticeId': '018f3b5e-0000-7000-8000-000000000012', 'phaseOut': ['0.5']}}",
                "{'eligibility': {'kind': 'top', 'schools': 1}, 'formula': {'kind': 'flat-per-pupil'}, 'holdHarmless': {'noticeId': '018f3b5e-0000-7000-8000-000000000012', 'phaseOut': ['2/3', '1/3']}}",
            })
    void what_is_no_rule_is_not_read(String document) {
        assertThatIllegalStateException()
                .isThrownBy(() -> RulesJson.read(document.replace('\'', '"')))
                .withRootCauseInstanceOf(InvalidValueException.class);
    }

    private static Rules rules(Eligibility eligibility, AllocationFormula formula, RoundingUnit unit) {
        return new Rules(POOL, Money.ZERO, eligibility, formula, Guardrails.NONE, Optional.empty(), unit);
    }
}
