package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.place.Door;

/** December and January: a school says what it needs, programs are matched to it, its superintendent suggests one. */
final class HelpIsOffered implements Chapter {

    private static final String SCHOOL = Stories.IN_PERSON;
    private static final String SCHOOL_NAME = "Michael J Perkins";
    private static final int YEAR = 2019;
    private static final String HERE = "/schools/" + SCHOOL;

    /** Invented, as the school's choice is. */
    private static final Map<String, Object> NEEDS = Map.of(
            "goals",
            List.of(
                    Map.of("serviceArea", "health-and-wellness", "term", "behavioral-health"),
                    Map.of("serviceArea", "health-and-wellness", "term", "social-emotional")),
            "grades",
            List.of("K", "1", "2", "3", "4", "5"),
            "pupils",
            39,
            "sessions",
            80,
            "budget",
            Dollars.wire(Money.ofDollars("10000.00")));

    private final Stage stage;
    private final SchoolDesk desk;
    private final Narrator narrator;

    HelpIsOffered(Stage stage, SchoolDesk desk) {
        this.stage = stage;
        this.desk = desk;
        this.narrator = stage.narrator();
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("December 2017 and January 2018: help for schools");
        new SessionsAreBooked(stage, desk).play();
        narrator.rule(
                "a guide explains the fund, and superintendents help schools find partners that fit",
                "support by central office");
        suggest(match());
    }

    /** The principal says what the school needs, and reads what fits; answers the first of the ranking. */
    private JsonNode match() throws InterruptedException {
        Actor principal = stage.cast().principal(SCHOOL);
        Thing kept = principal
                .put(Door.APPROVAL, HERE + "/needs?fiscalYear=" + YEAR, NEEDS)
                .made();
        Map<String, Object> question = Map.of(
                "schoolCode", SCHOOL, "fiscalYear", YEAR, "needs", kept.json().path("needs"));
        stage.crowd()
                .until(
                        "portfolio has heard who leads the school",
                        () -> principal
                                        .post(Door.PORTFOLIO, "/matches", question)
                                        .answer()
                                        .status()
                                == 200);
        JsonNode ranking =
                principal.post(Door.PORTFOLIO, "/matches", question).made().json();
        JsonNode first = ranking.path("items").path(0);
        narrator.tell(
                "%s says what it needs (behavioral health for 39 pupils of K to 5, 80 sessions, $10,000.00). %d programs of the menu are ranked, %d are not; first, with %d of %d points: %s, %s for this school.",
                SCHOOL_NAME,
                ranking.path("total").asInt(),
                StreamSupport.stream(ranking.path("excluded").spliterator(), false)
                        .mapToInt(count -> count.path("programs").asInt())
                        .sum(),
                first.path("score").asInt(),
                ranking.path("most").asInt(),
                first.path("programName").asText(),
                Dollars.words(Dollars.of(first.path("price").path("amount"))));
        narrator.line("Why: "
                + StreamSupport.stream(first.path("rules").spliterator(), false)
                        .map(rule -> "%d of %d: %s"
                                .formatted(
                                        rule.path("points").asInt(),
                                        rule.path("most").asInt(),
                                        rule.path("reason").asText()))
                        .collect(Collectors.joining(" ")));
        return first;
    }

    /** The superintendent suggests it, and the school answers; it binds nobody. */
    private void suggest(JsonNode match) {
        Actor superintendent = stage.cast().as(stage.year().superintendent(SCHOOL));
        Thing made = Crowd.patiently(() -> superintendent.post(
                        Door.APPROVAL,
                        HERE + "/suggestions",
                        Map.of(
                                "fiscalYear",
                                YEAR,
                                "programId",
                                match.path("programId").asText(),
                                "why",
                                "It fits the school's goal and its budget.")))
                .made();
        Thing answered = stage.cast()
                .principal(SCHOOL)
                .step(
                        Door.APPROVAL,
                        HERE + "/suggestions/" + made.id(),
                        "answer",
                        Map.of("outcome", "considered", "reason", "The council looks at it in January."))
                .made();
        narrator.tell(
                "The superintendent suggests %s to %s; the school says: %s. Nobody is bound by it.",
                match.path("programName").asText(), SCHOOL_NAME, answered.text("state"));
    }
}
