package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Choice;

/** A school uses what it received later: everybody agrees anew, one of them by a delegate, and only the difference moves. */
final class AmendmentIsMade implements Chapter {

    private static final String SCHOOL = Stories.RECEIVES;
    private static final int PUPILS = 12;
    private static final LocalDateTime EVENING = LocalDateTime.of(2018, 2, 2, 18, 0);

    private final Stage stage;
    private final SchoolDesk desk;
    private final Books books;
    private final Narrator narrator;

    AmendmentIsMade(Stage stage, SchoolDesk desk, Books books) {
        this.stage = stage;
        this.desk = desk;
        this.books = books;
        this.narrator = stage.narrator();
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("31 January to 5 February 2018: a school amends what is approved");
        narrator.rule(
                "what is approved changes only by the same people's new decision, and only the difference is set aside",
                "approval of the School Site Council");
        String fund = stage.year().fund();
        Money before = books.total(fund, "reserved");
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 31, 10, 0));
        List<Choice> more = amended();
        Thing draft = desk.amend(SCHOOL, more, "The school received %s.".formatted(Dollars.words(Stories.MOVED)));
        narrator.tell(
                "%s drafts version %d of its selection; version %d stands with its money meanwhile.",
                desk.name(SCHOOL),
                draft.json().path("version").asInt(),
                draft.json().path("amends").path("version").asInt());
        Thing _ = desk.submit(SCHOOL).made();
        desk.call(SCHOOL, EVENING);
        stage.calendar().turnTo(EVENING.plusMinutes(5));
        Thing motion = desk.decide(SCHOOL, Roll.UNANIMOUS);
        stage.calendar().turnTo(LocalDateTime.of(2018, 2, 5, 8, 0));
        String delegate = delegate();
        desk.complete(SCHOOL);
        Money wanted = before.plus(Stories.MOVED);
        stage.crowd()
                .until(
                        "the difference is reserved",
                        () -> books.total(fund, "reserved").equals(wanted));
        narrator.tell(
                "Council (%s), %s and budget office agree; reserved are %s more than before, the difference to the cent.",
                SchoolDesk.result(motion), delegate, Dollars.words(Stories.MOVED));
        narrator.line("Who decided what, when, on which version (GET /selections/{id}/decisions):");
        decisions().forEach(narrator::line);
    }

    /** All that was received goes to a further partner. */
    private List<Choice> amended() {
        List<Choice> choices = new ArrayList<>(stage.year().choices(SCHOOL));
        choices.add(new Choice(SCHOOL, Stories.SPLIT, "year", 1, Optional.of(Stories.MOVED), PUPILS, Stories.MOVED));
        return choices;
    }

    /** The superintendent is away: a colleague decides in their place, and both stand on the decision. */
    private String delegate() {
        String away = stage.year().superintendent(SCHOOL);
        String colleague = stage.sample().networks().keySet().stream()
                .filter(other -> !other.equals(away))
                .sorted()
                .findFirst()
                .orElseThrow();
        Thing _ = stage.cast()
                .as(away)
                .post(
                        Door.APPROVAL,
                        "/delegations",
                        Map.of(
                                "delegate",
                                stage.cast().person(subject(colleague)),
                                "step",
                                "superintendent",
                                "schoolCodes",
                                List.of(SCHOOL),
                                "from",
                                "2018-02-05",
                                "until",
                                "2018-02-09",
                                "reason",
                                "Invented: away for a week."))
                .made();
        desk.superintendent(stage.cast().as(colleague), SCHOOL, "approve", "The money that came is used as planned.");
        return "%s in the place of %s".formatted(colleague, away);
    }

    private String subject(String username) {
        return stage.sample().people().stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    private List<String> decisions() {
        List<String> lines = new ArrayList<>();
        for (JsonNode decision :
                stage.cast().principal(SCHOOL).all(Door.APPROVAL, desk.path(SCHOOL) + "/decisions", Map.of())) {
            String inPlace = decision.hasNonNull("inPlaceOf") ? ", in another's place" : "";
            lines.add("  %s  version %d  %-14s  %-8s  %s%s"
                    .formatted(
                            decision.path("decidedAt").asText(),
                            decision.path("version").asInt(),
                            decision.path("step").asText(),
                            decision.path("verdict").asText(),
                            decision.path("binding").asBoolean() ? "binds" : "on record",
                            inPlace));
        }
        return lines;
    }
}
