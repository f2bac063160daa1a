package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Choice;
import org.partnershipfund.local.sample.Council.Seat;

/** The School Site Councils meet, on 48 hours' notice, and vote. */
final class CouncilsDecide implements Chapter {

    private static final LocalDateTime FIRST_EVENING = LocalDateTime.of(2018, 1, 11, 18, 0);
    private static final LocalDateTime SECOND_EVENING = LocalDateTime.of(2018, 1, 16, 18, 0);

    private final Stage stage;
    private final Narrator narrator;
    private final SchoolDesk desk;
    private String minority = "";

    CouncilsDecide(Stage stage, SchoolDesk desk) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.desk = desk;
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("9 to 16 January 2018: the School Site Councils vote");
        narrator.rule(
                "the School Site Council approves the choice: a majority with the principal in it, in a public meeting"
                        + " announced 48 hours before",
                "approval of the School Site Council");
        List<String> schools = stage.year().schools();
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 9, 9, 0));
        String tooSoon = desk.post(Stories.IN_PERSON, LocalDateTime.of(2018, 1, 10, 18, 0))
                .refused("notice-too-short");
        narrator.tell("Refused to %s, which wants to meet tomorrow: %s", desk.name(Stories.IN_PERSON), tooSoon);
        stage.crowd().each("meetings are posted", schools, school -> desk.call(school, FIRST_EVENING));
        narrator.tell("%d councils post their meeting and agenda for Thursday evening.", schools.size());

        stage.calendar().turnTo(FIRST_EVENING.plusMinutes(5));
        inPerson();
        noQuorum();
        principalInMinority();
        principalRecused();
        List<String> others = schools.stream()
                .filter(school -> !Set.of(
                                Stories.IN_PERSON,
                                Stories.NO_QUORUM,
                                Stories.PRINCIPAL_IN_MINORITY,
                                Stories.PRINCIPAL_RECUSED)
                        .contains(school))
                .toList();
        Map<String, Long> results = stage
                .crowd()
                .map("councils vote", others, school -> SchoolDesk.result(desk.decide(school, Roll.ordinary(school))))
                .stream()
                .collect(Collectors.groupingBy(result -> result, Collectors.counting()));
        narrator.tell(
                "The other %d vote by roll call, entered by the principal, confirmed by the co-chair: %s.",
                others.size(), results);
        secondEvening();
    }

    private void inPerson() {
        String school = Stories.IN_PERSON;
        desk.attend(school, _ -> true);
        Thing motion = desk.move(school);
        List<Seat> seats = desk.seats(school, _ -> true);
        for (Seat seat : seats) {
            String vote = seat.key().equals("teacher-4") ? "no" : "yes";
            Actor member = stage.cast().as(seat.username());
            Thing _ = member.put(Door.APPROVAL, "/motions/" + motion.id() + "/ballots/mine", Map.of("vote", vote))
                    .made();
        }
        Thing closed = desk.close(school, motion.id());
        narrator.tell(
                "%s: %d members vote in person, each with an own ballot: %s. %s",
                desk.name(school), seats.size(), SchoolDesk.result(closed), SchoolDesk.reasons(closed));
    }

    private void noQuorum() {
        String school = Stories.NO_QUORUM;
        Set<String> came = Set.of("principal", "teacher-1", "teacher-2", "parent-1");
        Set<String> absent = desk.seats(school, seat -> !came.contains(seat.key())).stream()
                .map(Seat::key)
                .collect(Collectors.toSet());
        Thing closed = desk.decide(school, new Roll(absent, Map.of()));
        narrator.tell(
                "%s: %s. %s The selection waits for another meeting.",
                desk.name(school), SchoolDesk.result(closed), SchoolDesk.reasons(closed));
    }

    private void principalInMinority() {
        String school = Stories.PRINCIPAL_IN_MINORITY;
        Thing closed = desk.decide(school, new Roll(Set.of(), Map.of("principal", "no")));
        minority = closed.id();
        narrator.tell(
                "%s: %s, though all others voted yes. %s The principal owes an account; the selection is %s.",
                desk.name(school),
                SchoolDesk.result(closed),
                SchoolDesk.reasons(closed),
                desk.selection(school).text("state"));
    }

    private void principalRecused() {
        String school = Stories.PRINCIPAL_RECUSED;
        Thing closed = desk.decide(school, new Roll(Set.of(), Map.of("principal", "recused")));
        narrator.tell(
                "%s: %s, though all others voted yes. %s",
                desk.name(school), SchoolDesk.result(closed), SchoolDesk.reasons(closed));
        List<JsonNode> waiting =
                stage.cast().partnershipsTeam().all(Door.APPROVAL, "/motions", Map.of("result", "blocked"));
        desk.giveBack(school, "A declared tie stands; a version without that organisation can be decided.");
        narrator.tell(
                "The partnerships team finds %d blocked motion and returns the selection; it is %s.",
                waiting.size(), desk.selection(school).text("state"));
    }

    private void secondEvening() {
        stage.calendar().turnTo(LocalDateTime.of(2018, 1, 12, 9, 0));
        String again = Stories.PRINCIPAL_IN_MINORITY;
        List<Choice> choices = stage.year().choices(again).stream()
                .map(choice -> choice.agreed().isPresent() ? choice.forPupils(choice.pupils() + 15) : choice)
                .toList();
        Thing _ = desk.revise(again, choices);
        Thing _ = desk.submit(again).made();
        desk.call(again, SECOND_EVENING);
        desk.call(Stories.NO_QUORUM, SECOND_EVENING);
        String untied = Stories.PRINCIPAL_RECUSED;
        Thing _ = desk.revise(
                untied, stage.year().choices(untied).stream().skip(1).toList());
        Thing _ = desk.submit(untied).made();
        desk.call(untied, SECOND_EVENING);

        stage.calendar().turnTo(SECOND_EVENING.plusMinutes(5));
        Thing passed = desk.decide(again, Roll.UNANIMOUS);
        Thing _ = stage.cast()
                .coChair(again)
                .step(
                        Door.APPROVAL,
                        "/motions/" + minority,
                        "account",
                        Map.of(
                                "text",
                                "I voted no because too few pupils were to be served; the new version serves more.",
                                "meetingId",
                                desk.meeting(again)))
                .made();
        Thing repeated = desk.decide(Stories.NO_QUORUM, Roll.UNANIMOUS);
        narrator.tell(
                "Five days later %s votes on a new version that serves more pupils (%s), and its principal's account is on record;",
                desk.name(again), SchoolDesk.result(passed));
        narrator.tell("%s meets again with everybody: %s.", desk.name(Stories.NO_QUORUM), SchoolDesk.result(repeated));
        narrator.tell(
                "%s takes one organisation out of its choice, so the principal is asked anew and votes: %s.",
                desk.name(untied), SchoolDesk.result(desk.decide(untied, Roll.UNANIMOUS)));
    }
}
