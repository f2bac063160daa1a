package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.kernel.envelope.OfficerKeys;
import org.partnershipfund.kernel.envelope.WrappedShare;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Program;

/** One process is put to competition with sealed envelopes, which two officers open together. */
final class SealedTender {

    private static final List<String> CRITERIA = List.of("experience", "staffing");

    /** What a framework's unit is called. */
    static final String UNIT = "pupil";

    private final Stage stage;
    private final LocalDateTime deadline;
    private final List<KeyPair> keys = List.of(OfficerKeys.generate(), OfficerKeys.generate());
    private String id = "";

    SealedTender(Stage stage, LocalDateTime deadline) {
        this.stage = stage;
        this.deadline = deadline;
    }

    private Actor officer(int number) {
        return stage.cast().as("procurement-officer-" + number);
    }

    private String path() {
        return "/tenders/" + id;
    }

    /** The tender as that officer reads it now. */
    private JsonNode read() {
        return officer(1).get(Door.PROCUREMENT, path()).made().json();
    }

    void publish(String process, List<String> places, String on) {
        publish(
                Map.of(
                        "kind",
                        "proposals",
                        "title",
                        "Three years of services for the schools listed",
                        "description",
                        "Services for the pupils of the schools listed; no partner is named.",
                        "processId",
                        process,
                        "whyProposals",
                        "Over three years experience and staffing count as much as the price.",
                        "criteria",
                        CRITERIA,
                        "closesAt",
                        Calendar.instant(deadline)),
                places,
                on);
    }

    /** For the whole district and three years, at a price for each pupil. */
    void publishFramework(String area, Money value, List<String> places, String on) {
        publish(
                Map.of(
                        "kind",
                        "bids",
                        "title",
                        "Framework for %s".formatted(area),
                        "description",
                        "Services of the area %s for any school of the district; no partner is named.".formatted(area),
                        "framework",
                        Map.of(
                                "from",
                                "2018-07-01",
                                "until",
                                "2021-06-30",
                                "mostAwards",
                                2,
                                "items",
                                List.of(Map.of(
                                        "code",
                                        UNIT,
                                        "description",
                                        "A place for one pupil and one school year",
                                        "unit",
                                        UNIT,
                                        "quantity",
                                        300))),
                        "serviceArea",
                        area,
                        "value",
                        Dollars.wire(value),
                        "closesAt",
                        Calendar.instant(deadline)),
                places,
                on);
    }

    private void publish(Map<String, ?> draft, List<String> places, String on) {
        id = officer(1).post(Door.PROCUREMENT, "/tenders", draft).made().id();
        for (int number : List.of(1, 2)) {
            Thing _ = officer(number)
                    .step(
                            Door.PROCUREMENT,
                            path(),
                            "key",
                            Map.of("key", OfficerKeys.text(keys.get(number - 1).getPublic())))
                    .made();
        }
        Thing _ = officer(2)
                .step(
                        Door.PROCUREMENT,
                        path(),
                        "publication",
                        Map.of(
                                "notices",
                                places.stream()
                                        .map(place -> Map.of(
                                                "place",
                                                place,
                                                "postedOn",
                                                on,
                                                "reference",
                                                "Notice of " + on + ", " + place,
                                                "sha256",
                                                "5e".repeat(32)))
                                        .toList()))
                .made();
    }

    /** A bidder asks, everybody is answered. */
    void askAndAnswer(Program asking) {
        String question = stage.cast()
                .as("partner-" + asking.partner())
                .post(Door.PROCUREMENT, path() + "/questions", Map.of("question", "May sessions be in the morning?"))
                .made()
                .id();
        Thing _ = officer(1)
                .post(
                        Door.PROCUREMENT,
                        path() + "/questions/" + question + "/answer",
                        Map.of("answer", "Yes, before the first lesson."))
                .made();
    }

    void bid(Program program, Money price) {
        String form = "{\"programId\": \"%s\", \"price\": \"%s\"}"
                .formatted(stage.year().id(Kind.PROGRAM, program.partner()), price.dollars());
        String partner = stage.year().id(Kind.PARTNER, program.partner());
        Thing _ = stage.cast()
                .as("partner-" + program.partner())
                .post(
                        Door.PROCUREMENT,
                        path() + "/bids",
                        Map.of(
                                "partnerId",
                                partner,
                                "technical",
                                sealed(Part.TECHNICAL, partner, "How " + program.partnerName() + " works"),
                                "price",
                                sealed(Part.PRICE, partner, form),
                                "nonCollusion",
                                true,
                                "taxAttestation",
                                true))
                .made();
    }

    /** A bid for the framework: one envelope, with the price of a unit. */
    void bidPerUnit(Program program) {
        String form = "{\"programId\": \"%s\", \"unitPrices\": {\"%s\": \"%s\"}}"
                .formatted(
                        stage.year().id(Kind.PROGRAM, program.partner()),
                        UNIT,
                        program.price().dollars());
        String partner = stage.year().id(Kind.PARTNER, program.partner());
        Thing _ = stage.cast()
                .as("partner-" + program.partner())
                .post(
                        Door.PROCUREMENT,
                        path() + "/bids",
                        Map.of(
                                "partnerId",
                                partner,
                                "price",
                                sealed(Part.PRICE, partner, form),
                                "nonCollusion",
                                true,
                                "taxAttestation",
                                true))
                .made();
    }

    /** Both officers open the envelopes of a tender that is decided by the price. */
    void openPrices() {
        open("price");
    }

    /** The award of a framework to a partner, by its id. */
    String frameworkAward(String partner) {
        return stage.cast().anybody().all(Door.PROCUREMENT, "/framework-awards", Map.of("tenderId", id)).stream()
                .filter(award ->
                        award.path("partnerId").asText().equals(stage.year().id(Kind.PARTNER, partner)))
                .map(award -> award.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new DemoFailedException("no framework award of " + partner));
    }

    private String sealed(Part part, String partner, String content) {
        try {
            List<PublicKey> officers = keys.stream().map(KeyPair::getPublic).toList();
            return Base64.getEncoder()
                    .encodeToString(Envelope.seal(
                                    UUID.fromString(id),
                                    part,
                                    UUID.fromString(partner),
                                    officers,
                                    content.getBytes(StandardCharsets.UTF_8),
                                    new SecureRandom())
                            .envelope()
                            .bytes());
        } catch (EnvelopeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an officer is told who would look before the deadline. */
    String lookedAtEarly() {
        return officer(1)
                .get(Door.PROCUREMENT, path() + "/shares?part=technical")
                .refused("tender-not-now");
    }

    /** What a bidder is told who comes after the deadline. */
    String late(Program program) {
        String partner = stage.year().id(Kind.PARTNER, program.partner());
        return stage.cast()
                .as("partner-" + program.partner())
                .post(
                        Door.PROCUREMENT,
                        path() + "/bids",
                        Map.of(
                                "partnerId",
                                partner,
                                "technical",
                                sealed(Part.TECHNICAL, partner, "Another way"),
                                "price",
                                sealed(Part.PRICE, partner, "{}"),
                                "nonCollusion",
                                true,
                                "taxAttestation",
                                true))
                .refused("bid-too-late");
    }

    /** Both officers open; the better known one is rated higher, and only then prices are opened. */
    void openAndRate(String chosenPartner) {
        open("technical");
        JsonNode register = read().path("register");
        List<Map<String, Object>> said = new ArrayList<>();
        for (JsonNode bid : register) {
            String rating = bid.path("partnerId").asText().equals(stage.year().id(Kind.PARTNER, chosenPartner))
                    ? "highly-advantageous"
                    : "advantageous";
            var marks = CRITERIA.stream()
                    .map(one -> Map.of("criterion", one, "rating", rating, "reason", "As the proposal shows."))
                    .toList();
            for (Actor evaluator : List.of(officer(2), stage.cast().partnershipsTeam())) {
                Thing _ = evaluator
                        .post(
                                Door.PROCUREMENT,
                                path() + "/ratings",
                                Map.of("bidId", bid.path("id").asText(), "marks", marks))
                        .made();
            }
            said.add(Map.of(
                    "bidId", bid.path("id").asText(), "marks", marks, "composite", rating, "reason", "On the whole."));
        }
        Thing _ = officer(1)
                .step(Door.PROCUREMENT, path(), "evaluation", Map.of("proposals", said))
                .made();
        open("price");
    }

    private void open(String part) {
        for (int number : List.of(1, 2)) {
            JsonNode wrapped = read(officer(number).get(Door.PROCUREMENT, path() + "/shares?part=" + part));
            KeyPair key = keys.get(number - 1);
            List<Map<String, String>> shares = new ArrayList<>();
            for (JsonNode one : wrapped.path("envelopes")) {
                shares.add(Map.of(
                        "bidId",
                        one.path("bidId").asText(),
                        "share",
                        unwrapped(one.path(number == 1 ? "first" : "second").asText(), key)));
            }
            Thing _ = officer(number)
                    .post(
                            Door.PROCUREMENT,
                            path() + "/openings",
                            Map.of(
                                    "part",
                                    part,
                                    "fingerprint",
                                    OfficerKeys.fingerprint(key.getPublic()),
                                    "envelopes",
                                    shares,
                                    "witnesses",
                                    List.of("A clerk of the Business Office")))
                    .made();
        }
    }

    private static JsonNode read(Reply reply) {
        return reply.made().json();
    }

    private static String unwrapped(String share, KeyPair key) {
        try {
            return Base64.getEncoder().encodeToString(WrappedShare.ofText(share).unwrap(key.getPrivate()));
        } catch (EnvelopeException e) {
            throw new IllegalStateException(e);
        }
    }

    void award(String partner, String justification) {
        List<String> best = new ArrayList<>();
        for (JsonNode bid : read().path("register")) {
            if (bid.path("partnerId").asText().equals(stage.year().id(Kind.PARTNER, partner))) {
                best.add(bid.path("id").asText());
            }
        }
        Thing _ = officer(1)
                .step(Door.PROCUREMENT, path(), "award", Map.of("bidIds", best, "justification", justification))
                .made();
    }

    /** How many there are in the register that everybody reads. */
    int registered() {
        return stage.cast()
                .anybody()
                .get(Door.PROCUREMENT, path())
                .made()
                .json()
                .path("register")
                .size();
    }
}
