package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Choice;
import org.partnershipfund.local.sample.Council.Seat;
import org.partnershipfund.local.sample.School;

/** What happens to a school's selection, from the draft to the last approval, by the hands of those who do it. */
final class SchoolDesk {

    private static final String SERVICE_FROM = "2018-07-01";
    private static final String SERVICE_UNTIL = "2019-06-21";

    private final Stage stage;
    private final Map<String, Thing> meetings = new ConcurrentHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    SchoolDesk(Stage stage) {
        this.stage = stage;
        stage.sample().funded().forEach((School school) -> names.put(school.code(), school.name()));
    }

    /** The school as people call it. */
    String name(String school) {
        return names.getOrDefault(school, school);
    }

    /** The principal drafts what the school chooses; waits until approval has heard of fund, allocation and programs. */
    Thing draft(String school, List<Choice> choices) {
        Map<String, Object> body = new HashMap<>(content(school, choices));
        body.put("fundId", stage.year().fund());
        body.put("schoolCode", school);
        Actor principal = stage.cast().principal(school);
        Thing drafted = Crowd.patiently(() -> principal.post(Door.APPROVAL, "/selections", body))
                .made();
        var _ = stage.year().keep(Kind.SELECTION, school, drafted.id());
        return drafted;
    }

    /** The principal makes a new version of what came back. */
    Thing revise(String school, List<Choice> choices) {
        Actor principal = stage.cast().principal(school);
        Thing read = selection(school);
        Thing revised = principal
                .put(Door.APPROVAL, path(school), content(school, choices), read.etag())
                .made();
        stage.year().choose(school, choices);
        return revised;
    }

    /** The principal makes a new version of what is approved; that stands meanwhile. */
    Thing amend(String school, List<Choice> choices, String reason) {
        Map<String, Object> body = new HashMap<>(content(school, choices));
        body.put("reason", reason);
        Thing amended = stage.cast()
                .principal(school)
                .step(Door.APPROVAL, path(school), "amendment", body)
                .made();
        stage.year().choose(school, choices);
        return amended;
    }

    private Map<String, Object> content(String school, List<Choice> choices) {
        return Map.of(
                "needs",
                Map.of(
                        "goals",
                        "Invented: the quality school plan of %s names these services.".formatted(name(school)),
                        "dataLookedAt",
                        "Invented: attendance, course failures and the survey of last spring.",
                        "pupilsToServe",
                        "Invented: those whom the school's own offers do not reach.",
                        "communityInvolved",
                        "Invented: two evenings with families, a staff meeting, a survey."),
                "lines",
                choices.stream().map(this::line).toList());
    }

    private Map<String, Object> line(Choice choice) {
        Map<String, Object> line = new HashMap<>(Map.of(
                "programId",
                stage.year().id(Kind.PROGRAM, choice.partner()),
                "priceCode",
                choice.priceCode(),
                "quantity",
                choice.quantity(),
                "pupils",
                choice.pupils(),
                "serviceFrom",
                SERVICE_FROM,
                "serviceUntil",
                SERVICE_UNTIL));
        choice.agreed().ifPresent(amount -> line.put("agreedAmount", Dollars.wire(amount)));
        return line;
    }

    /** The principal hands it in. */
    Reply submit(String school) {
        Actor principal = stage.cast().principal(school);
        return Crowd.patiently(() -> principal.step(Door.APPROVAL, path(school), "submission"));
    }

    /** The selection as its principal reads it now. */
    Thing selection(String school) {
        return stage.cast().principal(school).get(Door.APPROVAL, path(school)).made();
    }

    /** The principal posts a meeting about the selection. */
    Reply post(String school, LocalDateTime startsAt) {
        return stage.cast()
                .principal(school)
                .post(
                        Door.APPROVAL,
                        "/councils/" + school + "/meetings",
                        Map.of(
                                "startsAt",
                                Calendar.instant(startsAt),
                                "place",
                                "Library of the school",
                                "agenda",
                                List.of("Partnership Fund: the school's choice for FY19"),
                                "selectionIds",
                                List.of(stage.year().id(Kind.SELECTION, school))));
    }

    /** The same, if it is lawful. */
    void call(String school, LocalDateTime startsAt) {
        var _ = meetings.put(school, post(school, startsAt).made());
    }

    /** The meeting that was called last. */
    String meeting(String school) {
        Thing called = meetings.get(school);
        if (called == null) {
            throw new IllegalStateException("no meeting was called at " + school);
        }
        return called.id();
    }

    /** The principal records who is there. */
    void attend(String school, Predicate<Seat> present) {
        Actor principal = stage.cast().principal(school);
        Thing _ = principal
                .step(
                        Door.APPROVAL,
                        "/meetings/" + meeting(school),
                        "attendance",
                        Map.of(
                                "present",
                                seats(school, present).stream()
                                        .map(seat -> seatId(school, seat))
                                        .toList()))
                .made();
    }

    /** The motion to approve the selection. */
    Thing move(String school) {
        return stage.cast()
                .principal(school)
                .post(
                        Door.APPROVAL,
                        "/meetings/" + meeting(school) + "/motions",
                        Map.of("selectionId", stage.year().id(Kind.SELECTION, school)))
                .made();
    }

    /** Meets, calls the roll, has it confirmed by the co-chair, and closes the motion. */
    Thing decide(String school, Roll roll) {
        attend(school, roll::isPresent);
        Thing motion = move(school);
        List<Map<String, String>> ballots = new ArrayList<>();
        // Who declared a tie in an earlier motion about the selection is recused from the start, and not called.
        Set<String> tied = new HashSet<>();
        motion.json()
                .path("ballots")
                .forEach((JsonNode ballot) -> tied.add(ballot.path("seatId").asText()));
        for (Seat seat : seats(school, roll::isPresent)) {
            String id = seatId(school, seat);
            if (!tied.contains(id)) {
                ballots.add(ballot(id, roll.vote(seat)));
            }
        }
        Actor principal = stage.cast().principal(school);
        Thing called = principal
                .put(Door.APPROVAL, "/motions/" + motion.id() + "/roll-call", Map.of("ballots", ballots), motion.etag())
                .made();
        Thing _ = stage.cast()
                .coChair(school)
                .step(Door.APPROVAL, "/motions/" + called.id(), "confirmation")
                .made();
        return close(school, motion.id());
    }

    private static Map<String, String> ballot(String seat, String vote) {
        return vote.equals("recused")
                ? Map.of("seatId", seat, "vote", vote, "tie", "Works on Saturdays for one of the organisations.")
                : Map.of("seatId", seat, "vote", vote);
    }

    /** The principal closes the motion; the rule says what came of it. */
    Thing close(String school, String motion) {
        return stage.cast()
                .principal(school)
                .step(Door.APPROVAL, "/motions/" + motion, "closing")
                .made();
    }

    /**
     * What is on record about the versions before the present one, counted in words.
     *
     * @throws DemoFailedException if nothing was kept, or anything of it still binds
     */
    String onRecord(String school) {
        int version = selection(school).json().path("version").asInt();
        List<JsonNode> decisions =
                stage.cast().principal(school).all(Door.APPROVAL, path(school) + "/decisions", Map.of());
        List<JsonNode> earlier = decisions.stream()
                .filter(decision -> decision.path("version").asInt() < version)
                .toList();
        long binding = decisions.stream().filter(SchoolDesk::isBinding).count();
        if (earlier.isEmpty() || earlier.stream().anyMatch(SchoolDesk::isBinding) || binding == 0) {
            throw new DemoFailedException("%s: decisions about an earlier version should be kept and not bind: %s"
                    .formatted(school, decisions));
        }
        return "on record about earlier versions: %d, of which %d still bind; about version %d: %d, of which %d bind"
                .formatted(
                        earlier.size(),
                        earlier.stream().filter(SchoolDesk::isBinding).count(),
                        version,
                        decisions.size() - earlier.size(),
                        binding);
    }

    private static boolean isBinding(JsonNode decision) {
        return decision.path("binding").asBoolean();
    }

    /** The result of a closed motion, such as {@code passed}. */
    static String result(Thing motion) {
        return motion.json().path("closing").path("result").asText();
    }

    /** Every reason of a closed motion, in sentences. */
    static String reasons(Thing motion) {
        List<String> reasons = new ArrayList<>();
        motion.json().path("closing").path("reasons").forEach((JsonNode reason) -> reasons.add(reason.asText()));
        return String.join(" ", reasons);
    }

    /** The partnerships team returns what the council cannot decide. */
    void giveBack(String school, String reasons) {
        Thing _ = stage.cast()
                .partnershipsTeam()
                .step(Door.APPROVAL, path(school), "return", Map.of("reasons", reasons))
                .made();
    }

    /** The Instructional Superintendent decides. */
    void superintendent(String school, String decision, String reasons) {
        superintendent(stage.cast().as(stage.year().superintendent(school)), school, decision, reasons);
    }

    /** Somebody decides as Instructional Superintendent, or in the place of one. */
    void superintendent(Actor decider, String school, String decision, String reasons) {
        Thing _ = decider.step(
                        Door.APPROVAL,
                        path(school),
                        "superintendent-decision",
                        Map.of("decision", decision, "reasons", reasons))
                .made();
    }

    /** The budget office finds it complete. */
    void complete(String school) {
        Thing _ = stage.cast()
                .budgetOffice()
                .step(
                        Door.APPROVAL,
                        path(school),
                        "completeness-check",
                        Map.of("decision", "complete", "reasons", "Every paper is there; the amounts agree."))
                .made();
    }

    List<Seat> seats(String school, Predicate<Seat> wanted) {
        return stage.year().council(school).seats().stream().filter(wanted).toList();
    }

    String seatId(String school, Seat seat) {
        return stage.year().id(Kind.SEAT, school + " " + seat.key());
    }

    /** Where the selection is at the doors of approval. */
    String path(String school) {
        return "/selections/" + stage.year().id(Kind.SELECTION, school);
    }
}
