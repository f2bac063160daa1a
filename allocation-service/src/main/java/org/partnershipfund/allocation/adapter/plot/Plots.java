package org.partnershipfund.allocation.adapter.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.partnershipfund.allocation.equity.Changes;
import org.partnershipfund.allocation.equity.EquityMeasures;
import org.partnershipfund.allocation.equity.EquityReport;
import org.partnershipfund.allocation.equity.EquityReport.Side;
import org.partnershipfund.allocation.equity.EquityReport.YearBefore;
import org.partnershipfund.allocation.equity.SchoolAmount;

/**
 * The three plots of the equity report, each a whole SVG document. The same report gives the same text.
 *
 * <p>Source: docs/policy/equity.md §7.
 */
public final class Plots {

    private static final String DASHES = "7 4";
    private static final String SOLID = "none";
    private static final double THICK = 2.5;
    private static final String NEED = "Opportunity Index (higher is needier)";

    /** Five steps of the two decimals that the axis shows. */
    private static final double NARROWEST = 0.05;

    private static final int HUNDRED = 100;

    private Plots() {}

    /** Which share of the money goes to which share of the pupils, the least need first; both years. */
    public static String concentrationCurve(EquityReport report) {
        Axis across = percent("Share of all pupils, those at the schools of the least need first");
        Axis up = percent("Share of the money");
        var frame = new Frame(
                "Concentration of the money by need, " + years(report),
                "Concentration curves of the money by need. " + described(report)
                        + " A curve below the diagonal means that the money goes to the need.",
                across,
                up,
                report.caveats());
        frame.line(List.of(new double[] {0, 0}, new double[] {1, 1}), Ink.QUIET, "2 3", 1);
        report.before().ifPresent(before -> frame.line(curve(before.side()), Ink.BEFORE, DASHES, THICK));
        frame.line(curve(report.after()), Ink.AFTER, SOLID, THICK);
        frame.legendLine(afterWords(report), Ink.AFTER, SOLID, THICK);
        report.before().ifPresent(before -> frame.legendLine(beforeWords(before), Ink.BEFORE, DASHES, THICK));
        frame.legendLine("the same for every pupil", Ink.QUIET, "2 3", 1);
        return frame.document();
    }

    /** The dollars per pupil of every school against its index; both years. */
    public static String dollarsPerPupil(EquityReport report) {
        var frame = new Frame(
                "Dollars per pupil by need, " + years(report),
                "Each mark is a school: its Opportunity Index and its dollars per pupil. " + described(report),
                needs(report),
                Axis.covering(
                        "Dollars per pupil",
                        0,
                        Math.max(
                                most(report.after()),
                                report.before()
                                        .map(before -> most(before.side()))
                                        .orElse(0.0)),
                        Plots::dollars),
                report.caveats());
        report.before()
                .ifPresent(before -> counted(before.side())
                        .forEach(school -> frame.diamond(
                                index(school),
                                school.dollarsPerPupil(),
                                words(school, before.notice().year().toString()))));
        counted(report.after())
                .forEach(school -> frame.disc(
                        index(school),
                        school.dollarsPerPupil(),
                        words(school, report.scenario().year().toString())));
        frame.legendDisc(afterWords(report));
        report.before().ifPresent(before -> frame.legendDiamond(beforeWords(before)));
        return frame.document();
    }

    /** What every school gains or loses against the year before, as bars, the greatest loss first. */
    public static String changePerSchool(Changes changes) {
        return new ChangeBars(changes).document();
    }

    private static String years(EquityReport report) {
        return report.before()
                .map(before -> "%s and %s"
                        .formatted(before.notice().year(), report.scenario().year()))
                .orElseGet(() -> report.scenario().year().toString());
    }

    private static String described(EquityReport report) {
        String after =
                sentence(report.scenario().year().toString(), report.after().measures());
        return report.before()
                .map(before -> sentence(
                                before.notice().year().toString(), before.side().measures())
                        + " " + after)
                .orElse(after);
    }

    private static String sentence(String year, EquityMeasures measures) {
        return measures.targetingRatio().isEmpty()
                ? year + ": no money."
                : "%s: the fifth of the pupils with the greatest need receives %s of %s; concentration index %s, correlation %s."
                        .formatted(
                                year,
                                percent(measures.quintiles().getLast().share()),
                                measures.reach().amount(),
                                plain(measures.concentrationIndex()),
                                plain(measures.association().correlation()));
    }

    private static String afterWords(EquityReport report) {
        return legend(
                "%s, %s".formatted(report.scenario().year(), report.scenario().name()),
                report.after().measures());
    }

    private static String beforeWords(YearBefore before) {
        return legend(
                before.notice().year() + ", paid by the central office"
                        + (before.notice().illustrative() ? " (generated)" : ""),
                before.side().measures());
    }

    private static String legend(String name, EquityMeasures measures) {
        return "%s: concentration index %s".formatted(shortened(name), plain(measures.concentrationIndex()));
    }

    private static String shortened(String name) {
        int longest = 60;
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static List<double[]> curve(Side side) {
        List<double[]> points = new ArrayList<>();
        side.measures()
                .curve()
                .forEach(point -> points.add(new double[] {
                    point.pupils().doubleValue(), point.money().doubleValue()
                }));
        return points;
    }

    private static List<SchoolAmount> counted(Side side) {
        return side.schools().stream().filter(SchoolAmount::hasPupils).toList();
    }

    private static double most(Side side) {
        return counted(side).stream()
                .mapToDouble(SchoolAmount::dollarsPerPupil)
                .max()
                .orElse(0);
    }

    private static double index(SchoolAmount school) {
        return Double.parseDouble(school.index().decimal());
    }

    private static String words(SchoolAmount school, String year) {
        return String.format(
                Locale.ROOT,
                "%s, %s: index %s, $%,.2f per pupil",
                school.name(),
                year,
                school.index(),
                school.dollarsPerPupil());
    }

    /** As wide as the schools' indices: on an axis from 0 to 1 those of a whole district can lie on one line. */
    private static Axis needs(EquityReport report) {
        List<SchoolAmount> schools = new ArrayList<>(counted(report.after()));
        report.before().ifPresent(before -> schools.addAll(counted(before.side())));
        var needs = schools.stream().mapToDouble(Plots::index).summaryStatistics();
        return needs.getCount() == 0
                ? Axis.covering(NEED, 0, 1, Plots::hundredths)
                : Axis.covering(
                        NEED, needs.getMin(), Math.max(needs.getMax(), needs.getMin() + NARROWEST), Plots::hundredths);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static Axis percent(String label) {
        return new Axis(
                label,
                0,
                1,
                List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
                value -> String.format(Locale.ROOT, "%.0f %%", value * HUNDRED));
    }

    private static String percent(Optional<BigDecimal> share) {
        return share.map(value -> String.format(Locale.ROOT, "%.1f %%", value.doubleValue() * HUNDRED))
                .orElse("nothing");
    }

    private static String plain(Optional<BigDecimal> figure) {
        return figure.map(value -> String.format(Locale.ROOT, "%.3f", value)).orElse("none");
    }

    static String dollars(double value) {
        return value < 0 ? String.format(Locale.ROOT, "-$%,.0f", -value) : String.format(Locale.ROOT, "$%,.0f", value);
    }
}
