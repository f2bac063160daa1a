package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.partnershipfund.local.mail.CaughtMails;
import org.partnershipfund.local.mail.CaughtMails.CaughtMail;
import org.partnershipfund.local.place.Door;

/** 11 to 13 December: schools book office hours, one waits, moves up when another gives its place up, and is told. */
final class SessionsAreBooked implements Chapter {

    private static final LocalDateTime BEGINS = LocalDateTime.of(2017, 12, 13, 15, 0);
    private static final List<String> SCHOOLS = List.of(Stories.ONE_CENT, Stories.NO_QUORUM, Stories.RETURNED);

    private final Stage stage;
    private final SchoolDesk desk;
    private final Narrator narrator;

    SessionsAreBooked(Stage stage, SchoolDesk desk) {
        this.stage = stage;
        this.desk = desk;
        this.narrator = stage.narrator();
    }

    @Override
    public void play() throws InterruptedException {
        narrator.rule("central office answers questions in office hours", "11 to 13 December");
        narrator.rule("and comes to schools for technical assistance", "14 December to 11 January");
        stage.calendar().turnTo(LocalDateTime.of(2017, 12, 11, 9, 0));
        SCHOOLS.forEach(this::leaveAddress);
        Actor team = stage.cast().partnershipsTeam();
        String session = Crowd.patiently(() -> team.post(
                        Door.APPROVAL,
                        "/help-sessions",
                        Map.of(
                                "fundId",
                                stage.year().fund(),
                                "kind",
                                "office-hours",
                                "startsAt",
                                Calendar.instant(BEGINS),
                                "endsAt",
                                Calendar.instant(BEGINS.plusHours(1)),
                                "place",
                                "Central office (invented)",
                                "capacity",
                                2,
                                "host",
                                "Partnerships team")))
                .made()
                .id();
        List<Thing> bookings =
                SCHOOLS.stream().map(school -> book(school, session)).toList();
        narrator.tell(
                "Office hours on 13 December have two places. %s, %s and %s book: %s.",
                desk.name(SCHOOLS.get(0)),
                desk.name(SCHOOLS.get(1)),
                desk.name(SCHOOLS.get(2)),
                String.join(
                        ", ",
                        bookings.stream().map(booking -> booking.text("state")).toList()));
        giveUp(SCHOOLS.getFirst(), bookings.getFirst());
        Thing moved = stage.cast()
                .principal(SCHOOLS.getLast())
                .get(
                        Door.APPROVAL,
                        path(SCHOOLS.getLast()) + "/" + bookings.getLast().id())
                .made();
        narrator.tell(
                "%s gives its place up; %s moves up: %s.%s",
                desk.name(SCHOOLS.getFirst()), desk.name(SCHOOLS.getLast()), moved.text("state"), told());
        stage.calendar().turnTo(BEGINS.plusMinutes(70));
        attend(team, session, List.of(bookings.get(1), bookings.getLast()));
    }

    private void leaveAddress(String school) {
        Actor principal = stage.cast().principal(school);
        Reply known = principal.get(Door.APPROVAL, "/me/contact");
        Map<String, Object> contact = Map.of("address", address(school), "wantsMail", true);
        Thing _ = (known.answer().status() == 200
                        ? principal.put(
                                Door.APPROVAL,
                                "/me/contact",
                                contact,
                                known.made().etag())
                        : principal.put(Door.APPROVAL, "/me/contact", contact))
                .made();
    }

    private static String address(String school) {
        return "principal-%s@schools.example".formatted(school);
    }

    private Thing book(String school, String session) {
        return stage.cast()
                .principal(school)
                .post(Door.APPROVAL, path(school), Map.of("sessionId", session))
                .made();
    }

    private void giveUp(String school, Thing booking) {
        Thing _ = stage.cast()
                .principal(school)
                .step(Door.APPROVAL, path(school) + "/" + booking.id(), "cancellation")
                .made();
    }

    private static String path(String school) {
        return "/schools/" + school + "/bookings";
    }

    /** What the mail catcher took for the school that waited; nothing where the district's own server sends. */
    private String told() throws InterruptedException {
        if (stage.place().settings().externalSmtp().isPresent()) {
            return " It is told by e-mail.";
        }
        String to = address(SCHOOLS.getLast());
        stage.crowd().until("the school that moved up is told", () -> mails(to).size() >= 2);
        CaughtMail last = mails(to).getLast();
        return " It is told by e-mail: \"%s\", with %s (./fund mails)."
                .formatted(last.subject(), String.join(", ", last.attachments()));
    }

    private List<CaughtMail> mails(String to) {
        try {
            return CaughtMails.of(stage.place()).all().stream()
                    .filter(mail -> mail.to().contains(to))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the caught mails cannot be read", e);
        }
    }

    private void attend(Actor team, String session, List<Thing> came) {
        Thing held = team.step(
                        Door.APPROVAL,
                        "/help-sessions/" + session,
                        "attendance",
                        Map.of(
                                "bookings",
                                came.stream()
                                        .map(booking -> Map.of(
                                                "bookingId",
                                                booking.id(),
                                                "attended",
                                                true,
                                                "notes",
                                                "Invented: asked how prices per session are counted."))
                                        .toList()))
                .made();
        JsonNode kept = held.json();
        narrator.tell(
                "Both come; what was talked about is on record for them (%d of %d places taken).",
                kept.path("capacity").asInt() - kept.path("free").asInt(),
                kept.path("capacity").asInt());
    }
}
