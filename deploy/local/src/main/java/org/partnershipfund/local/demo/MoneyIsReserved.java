package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Choice;

/** The budget office checks every selection, and the ledger sets its money aside, or refuses to. */
final class MoneyIsReserved implements Chapter {

    private static final LocalDateTime EVENING = LocalDateTime.of(2018, 1, 29, 18, 0);

    private final Stage stage;
    private final Narrator narrator;
    private final SchoolDesk desk;
    private final Books books;

    MoneyIsReserved(Stage stage, SchoolDesk desk, Books books) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.desk = desk;
        this.books = books;
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("22 to 31 January 2018: the money of every choice is set aside");
        narrator.rule(
                "the money sits in a restricted line that pays partners only; not a cent is promised twice",
                "a restricted budget line");
        moveMoney();
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 24, 9, 0));
        List<String> schools = stage.year().schools();
        stage.crowd().each("the budget office checks", schools, desk::complete);
        awaitStates(schools, Stories.GIVES, "returned");
        narrator.tell(
                "The budget office finds %d selections complete; the ledger reserves %s for %d of them.",
                schools.size(),
                Dollars.words(books.total(stage.year().fund(), "reserved")),
                reserved().size());
        tooMuchNow();
        Money chosen = Dollars.sum(stage.year().totals().values());
        stage.crowd()
                .until(
                        "all is reserved",
                        () -> books.total(stage.year().fund(), "reserved").equals(chosen));
        narrator.tell(
                "Reserved are %d selections: %s, what the schools chose to the cent.",
                reserved().size(), Dollars.words(books.total(stage.year().fund(), "reserved")));
    }

    private void moveMoney() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 22, 14, 0));
        String path = "/funds/" + stage.year().fund() + "/revisions";
        Actor office = stage.cast().budgetOffice();
        Thing proposed = office.post(
                        Door.ALLOCATION,
                        path,
                        Map.of(
                                "fromSchool",
                                Stories.GIVES,
                                "toSchool",
                                Stories.RECEIVES,
                                "amount",
                                Dollars.wire(Stories.MOVED),
                                "reason",
                                "Projected enrolment was corrected (invented)."))
                .made();
        stage.crowd()
                .until(
                        "the ledger has agreed to the revision",
                        () -> office.get(Door.ALLOCATION, path + "/" + proposed.id())
                                .made()
                                .text("state")
                                .equals("accepted"));
        narrator.tell(
                "%s moves from %s to %s: nothing was reserved yet, so the ledger agrees, and the sum stays the pool.",
                Dollars.words(Stories.MOVED), desk.name(Stories.GIVES), desk.name(Stories.RECEIVES));
    }

    /** Returns when one school has that state and all others are reserved. */
    private void awaitStates(List<String> schools, String exception, String state) throws InterruptedException {
        stage.crowd()
                .until(
                        "the ledger has answered for every selection",
                        () -> stage
                                        .cast()
                                        .budgetOffice()
                                        .all(
                                                Door.APPROVAL,
                                                "/selections",
                                                Map.of("fundId", stage.year().fund()))
                                        .stream()
                                        .filter((JsonNode selection) -> selection
                                                .path("state")
                                                .asText()
                                                .equals(
                                                        selection
                                                                        .path("schoolCode")
                                                                        .asText()
                                                                        .equals(exception)
                                                                ? state
                                                                : "reserved"))
                                        .count()
                                >= schools.size());
    }

    private List<JsonNode> reserved() {
        return stage.cast()
                .budgetOffice()
                .all(Door.APPROVAL, "/selections", Map.of("fundId", stage.year().fund(), "state", "reserved"));
    }

    private void tooMuchNow() throws InterruptedException {
        String school = Stories.GIVES;
        Thing returned = desk.selection(school);
        narrator.tell(
                "Refused to %s: %s",
                desk.name(school),
                returned.json().path("returned").path("reasons").asText());
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 25, 9, 0));
        List<Choice> less = stage.year().choices(school).stream()
                .map(choice -> choice.agreed()
                        .map(amount -> choice.agreedOn(amount.minus(Stories.MOVED)))
                        .orElse(choice))
                .toList();
        Thing _ = desk.revise(school, less);
        Thing _ = desk.submit(school).made();
        desk.call(school, EVENING);
        stage.calendar().turnTo(EVENING.plusMinutes(5));
        Thing motion = desk.decide(school, Roll.UNANIMOUS);
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 31, 9, 0));
        desk.superintendent(school, "approve", "Less, and still what the plan asks for.");
        desk.complete(school);
        awaitStates(stage.year().schools(), school, "reserved");
        narrator.tell(
                "It takes %s less; council (%s), superintendent and budget office agree again, and it is reserved. Decisions %s.",
                Dollars.words(Stories.MOVED), SchoolDesk.result(motion), desk.onRecord(school));
    }
}
