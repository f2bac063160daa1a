package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.place.Door;

/** The memo's own claim, put to the test by anybody: did the money go to the need before, and does it now? */
final class EquityReport {

    private static final List<Figure> FIGURES = List.of(
            new Figure("schools that receive money", "schoolsFunded"),
            new Figure("correlation of dollars per pupil with need", "correlation"),
            new Figure("dollars per pupil more for each 0.10 of index", "slopePerTenth"),
            new Figure("concentration index (above 0: to the need)", "concentrationIndex"),
            new Figure("targeting ratio of the neediest fifth (1: its share)", "targetingRatio"),
            new Figure("Gini of dollars per pupil", "gini"));

    private final Actor reader;
    private final Narrator narrator;

    EquityReport(Actor reader, Narrator narrator) {
        this.reader = reader;
        this.narrator = narrator;
    }

    private record Figure(String words, String field) {}

    /**
     * Prints both years side by side, and who gains and loses.
     *
     * @param scenario the path of the published scenario
     * @throws DemoFailedException if a year or the words that its figures are generated are missing
     */
    void show(String scenario) {
        JsonNode report = read(scenario + "/equity");
        JsonNode before = report.path("before").path("measures");
        JsonNode after = report.path("after");
        narrator.line("");
        narrator.line(row("Equity, before and after", "FY2018", "FY2019"));
        narrator.line(row("dollars", dollars(before.path("amount")), dollars(after.path("amount"))));
        FIGURES.forEach(figure -> narrator.line(row(
                figure.words(),
                before.path(figure.field()).asText("-"),
                after.path(figure.field()).asText("-"))));
        changes(scenario);
        if (before.isMissingNode() || report.path("caveats").isEmpty()) {
            throw new DemoFailedException("the equity report should show both years and say what is generated");
        }
        report.path("caveats").forEach(caveat -> narrator.line("  Note: " + caveat.asText()));
        narrator.line("  FY2018 is generated: nothing here proves anything about Boston.");
        narrator.line(
                "  Plots: %s/equity/{concentration-curve,dollars-per-pupil,change-per-school}.svg of allocation-service"
                        .formatted(scenario));
    }

    private void changes(String scenario) {
        JsonNode inAll = read(scenario + "/changes/in-all");
        narrator.line("  %d schools gain %s, %d lose %s, %d neither; of %d partners the central funding ends."
                .formatted(
                        inAll.path("schoolsThatGain").asInt(),
                        dollars(inAll.path("gain")),
                        inAll.path("schoolsThatLose").asInt(),
                        Money.ZERO.minus(Dollars.of(inAll.path("loss"))),
                        inAll.path("schoolsUnchanged").asInt(),
                        inAll.path("partners").asInt()));
        Money difference = Dollars.of(inAll.path("after")).minus(Dollars.of(inAll.path("before")));
        if (!difference.equals(Dollars.of(inAll.path("gain")).plus(Dollars.of(inAll.path("loss"))))) {
            throw new DemoFailedException("what schools gain and lose should add up to the difference of the years");
        }
    }

    private JsonNode read(String path) {
        return reader.get(Door.ALLOCATION, path).made().json();
    }

    private static String dollars(JsonNode amount) {
        return Dollars.of(amount).toString();
    }

    private static String row(String words, String before, String after) {
        return String.format(Locale.ROOT, "  %-52s %16s %16s", words, before, after);
    }
}
