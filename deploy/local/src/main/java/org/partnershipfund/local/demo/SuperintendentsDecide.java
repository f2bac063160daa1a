package org.partnershipfund.local.demo;

import java.time.LocalDateTime;
import java.util.List;
import org.partnershipfund.local.sample.Choice;

/** The Instructional Superintendents approve, or send back with reasons. */
final class SuperintendentsDecide implements Chapter {

    private static final LocalDateTime EVENING = LocalDateTime.of(2018, 1, 19, 18, 0);

    private final Stage stage;
    private final SchoolDesk desk;

    SuperintendentsDecide(Stage stage, SchoolDesk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Override
    public void play() throws InterruptedException {
        Narrator narrator = stage.narrator();
        narrator.chapter("17 to 22 January 2018: the Instructional Superintendents decide");
        narrator.rule(
                "the Instructional Superintendent of the school approves the choice after the council",
                "approval of the Instructional Superintendent");
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 17, 9, 0));
        List<String> approved = stage.year().schools().stream()
                .filter(school -> !school.equals(Stories.RETURNED))
                .toList();
        stage.crowd()
                .each(
                        "superintendents decide",
                        approved,
                        school -> desk.superintendent(
                                school, "approve", "The choice serves the goals of the school's plan."));
        String back = Stories.RETURNED;
        desk.superintendent(back, "return", "The pupils of grades 6 to 8 are missing; please include them.");
        narrator.tell(
                "%d are approved; %s gets its selection back: \"%s\"",
                approved.size(), desk.name(back), "The pupils of grades 6 to 8 are missing; please include them.");
        List<Choice> choices = stage.year().choices(back).stream()
                .map(choice -> choice.agreed().isPresent() ? choice.forPupils(choice.pupils() + 40) : choice)
                .toList();
        Thing _ = desk.revise(back, choices);
        Thing _ = desk.submit(back).made();
        desk.call(back, EVENING);
        stage.calendar().turnTo(EVENING.plusMinutes(5));
        Thing motion = desk.decide(back, Roll.UNANIMOUS);
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 22, 9, 0));
        desk.superintendent(back, "approve", "The upper grades are included now.");
        narrator.tell(
                "Its new version goes through the council again (%s) and is approved. Decisions %s.",
                SchoolDesk.result(motion), desk.onRecord(back));
    }
}
