package org.partnershipfund.allocation.adapter.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.equity.Changes;
import org.partnershipfund.allocation.equity.EquityReport;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fixtures.YearBefore;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Policy equity §7: whole documents, readable without colour and by a screen reader. */
class PlotsTest {

    private static final Scenario TOP_TWO = Funds2019.computed();
    private static final EquityReport BOTH_YEARS =
            EquityReport.of(TOP_TWO.title(), TOP_TWO.allocations(), Optional.of(YearBefore.notice()));
    private static final EquityReport ALONE = EquityReport.of(TOP_TWO.title(), TOP_TWO.allocations(), Optional.empty());

    @Test
    void a_screen_reader_hears_what_is_plotted_and_the_figures() throws Exception {
        Document curve = parsed(Plots.concentrationCurve(BOTH_YEARS));

        assertThat(curve.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(curve.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("plot-title plot-description");
        assertThat(texts(curve, "title").getFirst()).contains("FY2018 and FY2019");
        assertThat(texts(curve, "desc"))
                .singleElement()
                .asString()
                .contains("FY2019", "$1,000.00", "concentration index 0.167", "FY2018");
    }

    @Test
    void every_plot_carries_the_caveats() throws Exception {
        for (String plot : List.of(
                Plots.concentrationCurve(BOTH_YEARS),
                Plots.dollarsPerPupil(BOTH_YEARS),
                Plots.changePerSchool(changes()))) {
            assertThat(String.join(" ", texts(parsed(plot), "text")))
                    .contains("is generated, not the district's books", "proves nothing");
        }
    }

    @Test
    void the_two_years_differ_in_more_than_colour() throws Exception {
        Document curve = parsed(Plots.concentrationCurve(BOTH_YEARS));
        Document dollars = parsed(Plots.dollarsPerPupil(BOTH_YEARS));

        assertThat(elements(curve, "polyline"))
                .extracting(line -> line.getAttribute("stroke-dasharray"))
                .containsExactly("2 3", "7 4", "none");
        assertThat(elements(dollars, "circle")).hasSize(3 + 1);
        assertThat(elements(dollars, "path")).hasSize(3 + 1);
        assertThat(texts(dollars, "title")).contains("Adams, FY2019: index 0.70, $2.00 per pupil");
    }

    @Test
    void without_a_year_before_the_scenario_stands_alone() throws Exception {
        assertThat(elements(parsed(Plots.concentrationCurve(ALONE)), "polyline"))
                .hasSize(2);
        assertThat(elements(parsed(Plots.dollarsPerPupil(ALONE)), "path")).isEmpty();
        assertThat(texts(parsed(Plots.dollarsPerPupil(ALONE)), "title").getFirst())
                .endsWith("FY2019");
    }

    @Test
    void a_loss_is_hatched_to_the_left_and_a_gain_filled_to_the_right() throws Exception {
        Document bars = parsed(Plots.changePerSchool(changes()));
        var loss = bar(bars, "Baker: $550.00 before, $400.00 after");
        var gain = bar(bars, "Adams: $500.00 before, $600.00 after");

        assertThat(loss.getAttribute("fill")).isEqualTo("url(#loss)");
        assertThat(gain.getAttribute("fill")).isNotEqualTo("url(#loss)");
        assertThat(Double.parseDouble(loss.getAttribute("x")) + Double.parseDouble(loss.getAttribute("width")))
                .isLessThanOrEqualTo(Double.parseDouble(gain.getAttribute("x")) + 0.01);
        assertThat(texts(bars, "text")).contains("-$150", "+$100");
        assertThat(texts(bars, "desc"))
                .containsExactly(
                        "Schools that gain: 1, $100.00 in all; that lose: 2, -$200.00 in all; that do neither: 0. All together $1,100.00 before and $1,000.00 after.");
    }

    @Test
    void a_name_is_only_ever_a_name() throws Exception {
        String hostile = "<script>alert('1')</script> & \u0001\" onload=\"x";
        List<SchoolAmount> schools = new ArrayList<>(EquityReport.amounts(TOP_TWO.allocations()));
        schools.add(new SchoolAmount(
                new SchoolCode("00350066"), hostile, IndexValue.of("0.50"), 10, Money.ofDollars("5.00")));
        String plot = Plots.changePerSchool(Changes.of(TOP_TWO.title(), schools, YearBefore.notice(), Map.of()));

        assertThat(plot).doesNotContain("<script");
        assertThat(elements(parsed(plot), "script")).isEmpty();
        assertThat(texts(parsed(plot), "title"))
                .anySatisfy(title -> assertThat(title).startsWith("<script>alert('1')</script> & \uFFFD\" onload"));
    }

    @Test
    void the_axis_of_need_is_as_wide_as_the_indices_and_not_one_line() throws Exception {
        var texts = texts(parsed(Plots.dollarsPerPupil(BOTH_YEARS)), "text");

        assertThat(texts).contains("0.20", "0.30", "0.70").doesNotContain("0.00", "0.10", "0.80", "1.00");
    }

    @Test
    void the_same_report_gives_the_same_text() {
        assertThat(Plots.concentrationCurve(BOTH_YEARS)).isEqualTo(Plots.concentrationCurve(BOTH_YEARS));
        assertThat(Plots.dollarsPerPupil(BOTH_YEARS)).isEqualTo(Plots.dollarsPerPupil(BOTH_YEARS));
    }

    @Test
    void nothing_but_nothing_can_be_plotted_too() throws Exception {
        var nothing = new ArrayList<SchoolAmount>();
        EquityReport.amounts(TOP_TWO.allocations()).forEach(school -> nothing.add(school.receiving(Money.ZERO)));
        var same = Changes.of(TOP_TWO.title(), nothing, YearBefore.notice(), Map.of());

        assertThat(texts(parsed(Plots.changePerSchool(same)), "text")).contains("-$550");
    }

    @Test
    void an_axis_has_a_few_round_values_and_covers_all_of_them() {
        var axis = Axis.covering("Dollars", -1234, 98_765, Plots::dollars);

        assertThat(axis.ticks()).containsExactly(-20_000.0, 0.0, 20_000.0, 40_000.0, 60_000.0, 80_000.0, 100_000.0);
        assertThat(axis.place(-20_000)).isZero();
        assertThat(axis.place(100_000)).isEqualTo(1);
        assertThat(Axis.covering("Dollars", 0, 0, Plots::dollars).to()).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Axis("Dollars", 1, 1, List.of(), Plots::dollars))
                .withMessageContaining("from 1.0 to 1.0");
    }

    private static Changes changes() {
        return Changes.of(
                TOP_TWO.title(),
                EquityReport.amounts(TOP_TWO.allocations()),
                YearBefore.notice(),
                Map.of(District.ADAMS.code(), "Adams"));
    }

    private static Element bar(Document plot, String title) {
        return elements(plot, "rect").stream()
                .filter(rect -> rect.getTextContent().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document plot, String element) {
        return elements(plot, element).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document plot, String name) {
        var found = plot.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(place -> (Element) found.item(place))
                .toList();
    }
}
