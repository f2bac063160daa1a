package org.partnershipfund.local.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Choice;

/** January: every school chooses its partners within its allocation and hands the choice in with its budget. */
final class SchoolsChoose implements Chapter {

    private static final Money CENT = new Money(1);

    private final Stage stage;
    private final SchoolDesk desk;

    SchoolsChoose(Stage stage, SchoolDesk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Override
    public void play() throws InterruptedException {
        Narrator narrator = stage.narrator();
        narrator.chapter("January 2018: 60 schools choose their partners");
        narrator.rule(
                "each school chooses one or more partners for ongoing direct services by its needs, goals and data, and"
                        + " hands the choice in with its budget",
                "schools choose");
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 8, 9, 0));
        dueDate();
        List<String> schools = stage.year().schools();
        stage.crowd().each("schools draft and submit", schools, this::choose);
        Money chosen = Dollars.sum(stage.year().totals().values());
        narrator.tell(
                "%d schools submit %d lines of %d programs: %s of %s; what is left stays on their lines.",
                schools.size(),
                schools.stream()
                        .mapToInt(school -> stage.year().choices(school).size())
                        .sum(),
                stage.year().totals().size(),
                Dollars.words(chosen),
                Dollars.words(NeedIsMeasured.POOL));
    }

    private void dueDate() throws InterruptedException {
        Actor office = stage.cast().budgetOffice();
        String path = "/approval-policies/" + stage.year().fund();
        stage.crowd()
                .until(
                        "approval has heard of the fund",
                        () -> office.get(Door.APPROVAL, path).answer().status() == 200);
        Thing policy = office.get(Door.APPROVAL, path).made();
        Thing _ = office.put(
                        Door.APPROVAL,
                        path,
                        Map.of(
                                "partnerChoice",
                                "any-registered",
                                "selectionsDueOn",
                                "2018-01-26",
                                "recusedCountAsPresent",
                                true,
                                "agendaNoticeHours",
                                48,
                                "source",
                                "Superintendent's memo of 28 November 2017; the due date is illustrative"),
                        policy.etag())
                .made();
        stage.narrator()
                .tell(
                        "The budget office sets 26 January as the day on which selections are due (illustrative); any registered partner may be chosen.");
    }

    private void choose(String school) {
        List<Choice> choices = stage.year().choices(school);
        if (school.equals(Stories.ONE_CENT)) {
            oneCentTooMuch(school, choices);
            return;
        }
        Thing _ = desk.draft(school, choices);
        Thing _ = desk.submit(school).made();
    }

    private void oneCentTooMuch(String school, List<Choice> choices) {
        List<Choice> tooMuch = choices.stream()
                .map(choice -> choice.agreed()
                        .map(amount -> choice.agreedOn(amount.plus(CENT)))
                        .orElse(choice))
                .toList();
        Thing _ = desk.draft(school, tooMuch);
        String refused = desk.submit(school).refused("allocation-exceeded");
        Thing _ = desk.revise(school, choices);
        Thing _ = desk.submit(school).made();
        stage.narrator().tell("Refused to %s, which takes a cent off: %s", desk.name(school), refused);
    }
}
