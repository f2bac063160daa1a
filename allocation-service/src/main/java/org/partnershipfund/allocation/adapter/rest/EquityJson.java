package org.partnershipfund.allocation.adapter.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.equity.CurvePoint;
import org.partnershipfund.allocation.equity.EquityMeasures;
import org.partnershipfund.allocation.equity.EquityMeasures.Quintile;
import org.partnershipfund.allocation.equity.EquityReport;
import org.partnershipfund.allocation.equity.EquityReport.YearBefore;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * How the money of a scenario goes with need, beside the year before, on the wire. Figures are decimal text, as
 * docs/policy/equity.md rounds them; what cannot be said is absent.
 *
 * @param caveats what must be known before anything is concluded
 * @param before absent while no notice of the year before may be seen
 */
@Schema(name = "EquityReport")
public record EquityJson(
        UUID scenarioId,
        UUID fundId,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(examples = "Top 60, flat per pupil") String scenarioName,

        @Schema(
                examples =
                        "[\"The funding of FY2018 is generated, not the district's books: it proves nothing about any real school or partner.\"]",
                description = "What must be known before anything is concluded from the figures; one sentence each")
        List<String> caveats,

        Measures after,
        @Nullable Before before) {

    public EquityJson {
        caveats = List.copyOf(caveats);
    }

    /** The figures of one year. */
    @Schema(name = "EquityMeasures")
    public record Measures(
            @Schema(examples = "118", description = "Schools with pupils")
            int schools,

            @Schema(examples = "53263") long pupils,
            @Schema(examples = "60") int schoolsFunded,
            @Schema(examples = "25705") long pupilsFunded,
            MoneyJson amount,

            @Schema(examples = "107.0161", description = "Of all pupils, also those at schools that receive nothing")
            String dollarsPerPupil,

            @Schema(examples = "0.779385", description = "Pearson's, of dollars per pupil with the index, by pupils")
            @Nullable String correlation,

            @Schema(examples = "55.5161", description = "Dollars per pupil more for each 0.10 of index, least squares")
            @Nullable String slopePerTenth,

            @Schema(examples = "2.877291", description = "Per cent more dollars per pupil for one per cent more index")
            @Nullable String elasticity,

            @Schema(examples = "0.813222", description = "Spearman's; every school counts once") @Nullable String rankCorrelation,

            @Schema(examples = "0.517395", description = "Above 0 if the money goes to the need; between -1 and 1")
            @Nullable String concentrationIndex,

            @Schema(
                    examples = "2.072087",
                    description =
                            "The share of the money that goes to the fifth of the pupils with the greatest need, over one fifth; 0 to 5")
            @Nullable String targetingRatio,

            @Schema(
                    examples = "0.517395",
                    description = "0 if every pupil has the same dollars, towards 1 if few have all")
            @Nullable String gini,

            @Schema(examples = "1.035420", description = "Standard deviation over mean of dollars per pupil") @Nullable String coefficientOfVariation,

            @Schema(examples = "0.0000", description = "Dollars per pupil that 5 % of the pupils do not exceed")
            String fifthPercentile,

            @Schema(examples = "221.7467", description = "Dollars per pupil that 95 % of the pupils do not exceed")
            String ninetyFifthPercentile,

            @Schema(examples = "1.250000", description = "The difference of the two over the lower one") @Nullable String rangeRatio,

            @Schema(description = "Five equal fifths of all pupils, the least need first")
            List<QuintileJson> quintiles,

            @Schema(description = "The concentration curve from (0, 0) to (1, 1), the least need first")
            List<Point> curve) {

        public Measures {
            quintiles = List.copyOf(quintiles);
            curve = List.copyOf(curve);
        }

        static Measures of(EquityMeasures measures) {
            return new Measures(
                    measures.reach().schools(),
                    measures.reach().pupils(),
                    measures.reach().schoolsFunded(),
                    measures.reach().pupilsFunded(),
                    MoneyJson.of(measures.reach().amount()),
                    text(measures.reach().dollarsPerPupil()),
                    text(measures.association().correlation()),
                    text(measures.association().slope()),
                    text(measures.association().elasticity()),
                    text(measures.association().rankCorrelation()),
                    text(measures.concentrationIndex()),
                    text(measures.targetingRatio()),
                    text(measures.spread().gini()),
                    text(measures.spread().coefficientOfVariation()),
                    text(measures.spread().fifthPercentile()),
                    text(measures.spread().ninetyFifthPercentile()),
                    text(measures.spread().rangeRatio()),
                    measures.quintiles().stream().map(QuintileJson::of).toList(),
                    measures.curve().stream().map(Point::of).toList());
        }
    }

    /** One fifth of all pupils. */
    @Schema(name = "NeedQuintile")
    public record QuintileJson(
            @Schema(examples = "5", description = "1 is the least need, 5 the greatest")
            int number,

            MoneyJson amount,

            @Schema(examples = "0.414417", description = "Of all the money; absent if there is none") @Nullable String share,

            @Schema(examples = "221.7467") String dollarsPerPupil) {

        static QuintileJson of(Quintile quintile) {
            return new QuintileJson(
                    quintile.number(),
                    MoneyJson.of(quintile.amount()),
                    text(quintile.share()),
                    text(quintile.dollarsPerPupil()));
        }
    }

    /** One point of the concentration curve. */
    @Schema(name = "ConcentrationCurvePoint")
    public record Point(
            @Schema(examples = "0.517394", description = "Share of all pupils up to here")
            String pupils,

            @Schema(examples = "0.000000", description = "Share of all money given for them")
            String money) {

        static Point of(CurvePoint point) {
            return new Point(text(point.pupils()), text(point.money()));
        }
    }

    /** The year before, and where it is told. */
    @Schema(name = "EquityBefore")
    public record Before(
            @Schema(examples = "2018") int fiscalYear,
            UUID noticeId,
            @Schema(examples = "2017-12-01") LocalDate noticeOn,

            @Schema(examples = "Office of Opportunity Gaps, partner payments of FY2018")
            String source,

            @Schema(description = "Whether the figures are made up to show how things work")
            boolean illustrative,

            @Schema(
                    examples = "0",
                    description = "Schools that are not measured: the scenario's snapshot does not count their pupils")
            int schoolsLeftOut,

            @Schema(description = "What was paid there; not part of measures")
            MoneyJson amountLeftOut,

            Measures measures) {

        static Before of(YearBefore before) {
            return new Before(
                    before.notice().year().endYear(),
                    before.notice().id().value(),
                    before.notice().on(),
                    before.notice().source(),
                    before.notice().illustrative(),
                    before.leftOut().schools(),
                    MoneyJson.of(before.leftOut().amount()),
                    Measures.of(before.side().measures()));
        }
    }

    /**
     * One figure of both years, for the table.
     *
     * @param caveats the same in every line, so that no line travels without them
     */
    @Schema(name = "EquityLine")
    public record Line(
            @Schema(examples = "concentration_index") String measure,
            @Schema(examples = "-0.011201") @Nullable String before,
            @Schema(examples = "0.517395") @Nullable String after,
            List<String> caveats) {

        public Line {
            caveats = List.copyOf(caveats);
        }
    }

    static EquityJson of(EquityReport report) {
        return new EquityJson(
                report.scenario().id().value(),
                report.scenario().fund().value(),
                report.scenario().year().endYear(),
                report.scenario().name(),
                report.caveats(),
                Measures.of(report.after().measures()),
                report.before().map(Before::of).orElse(null));
    }

    /** The same figures as a table, a measure per line; the curve is in JSON only. */
    static List<Line> lines(EquityReport report) {
        Measures after = Measures.of(report.after().measures());
        Optional<Measures> before =
                report.before().map(year -> Measures.of(year.side().measures()));
        var lines = new ArrayList<Line>();
        FIGURES.forEach(figure -> lines.add(new Line(
                figure.name(), before.map(figure.of()).orElse(null), figure.of().apply(after), report.caveats())));
        return lines;
    }

    private record Figure(String name, Function<Measures, @Nullable String> of) {}

    private static final List<Figure> FIGURES = figures();

    private static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure("schools", measures -> String.valueOf(measures.schools())),
                new Figure("pupils", measures -> String.valueOf(measures.pupils())),
                new Figure("schools_funded", measures -> String.valueOf(measures.schoolsFunded())),
                new Figure("pupils_funded", measures -> String.valueOf(measures.pupilsFunded())),
                new Figure("amount", measures -> measures.amount().amount()),
                new Figure("dollars_per_pupil", Measures::dollarsPerPupil),
                new Figure("correlation", Measures::correlation),
                new Figure("slope_per_tenth", Measures::slopePerTenth),
                new Figure("elasticity", Measures::elasticity),
                new Figure("rank_correlation", Measures::rankCorrelation),
                new Figure("concentration_index", Measures::concentrationIndex),
                new Figure("targeting_ratio", Measures::targetingRatio),
                new Figure("gini", Measures::gini),
                new Figure("coefficient_of_variation", Measures::coefficientOfVariation),
                new Figure("fifth_percentile", Measures::fifthPercentile),
                new Figure("ninety_fifth_percentile", Measures::ninetyFifthPercentile),
                new Figure("range_ratio", Measures::rangeRatio)));
        for (int place = 0; place < 5; place++) {
            int quintile = place;
            figures.add(new Figure(
                    "amount_of_fifth_" + (quintile + 1),
                    measures -> measures.quintiles().get(quintile).amount().amount()));
        }
        return figures;
    }

    private static String text(BigDecimal figure) {
        return figure.toPlainString();
    }

    private static @Nullable String text(Optional<BigDecimal> figure) {
        return figure.map(BigDecimal::toPlainString).orElse(null);
    }
}
