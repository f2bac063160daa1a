package org.partnershipfund.local.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import picocli.CommandLine;

/** What a bidder and two officers do with files, without any network. */
class BidCommandsTest {

    private static final UUID TENDER = new UUID(1, 1);
    private static final UUID PARTNER = new UUID(2, 2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Map<String, String>> keys = new ArrayList<>();

    @BeforeEach
    void two_officers_have_keys_and_the_tender_is_published() throws IOException {
        for (String officer : List.of("one", "two")) {
            out.getBuffer().setLength(0);
            assertThat(run("keys", file(officer))).isZero();
            String[] lines =
                    out.toString().lines().map(line -> line.substring(13)).toArray(String[]::new);
            keys.add(Map.of("key", lines[0], "fingerprint", lines[1]));
        }
        JSON.writeValue(
                folder.resolve("tender.json").toFile(),
                Map.of("id", TENDER.toString(), "kind", "proposals", "keys", keys));
        Files.writeString(folder.resolve("plan.pdf"), "%PDF- our plan");
        Files.writeString(folder.resolve("price.json"), "{\"price\": \"1.00\"}");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return new CommandLine(new BidCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int seal(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "seal",
                "--tender",
                file("tender.json"),
                "--partner",
                PARTNER.toString(),
                "--price",
                file("price.json"),
                "--out",
                file("bid.json"),
                "--keep",
                file("keep.json"),
                "--certify"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private int open(String officer, String number) {
        return run(
                "open",
                "--key",
                file(officer),
                "--shares",
                file("shares.json"),
                "--part",
                "price",
                "--number",
                number,
                "--witness",
                "R. Ames",
                "--out",
                file("opening-" + officer + ".json"));
    }

    private JsonNode json(String name) throws IOException {
        return JSON.readTree(folder.resolve(name).toFile());
    }

    private Envelope sealedPrice() throws IOException, EnvelopeException {
        return Envelope.of(
                Base64.getDecoder().decode(json("bid.json").path("price").textValue()));
    }

    private void theServiceHandsOutShares(Envelope envelope) throws IOException {
        JSON.writeValue(
                folder.resolve("shares.json").toFile(),
                Map.of(
                        "fingerprints",
                        keys.stream().map(key -> key.get("fingerprint")).toList(),
                        "envelopes",
                        List.of(Map.of(
                                "bidId", new UUID(3, 3).toString(),
                                "first", envelope.share(0).text(),
                                "second", envelope.share(1).text()))));
    }

    @Test
    void what_a_bidder_seals_two_officers_open() throws Exception {
        assertThat(seal("--technical", file("plan.pdf"))).isZero();
        var envelope = sealedPrice();
        theServiceHandsOutShares(envelope);

        assertThat(open("one", "1")).isZero();
        assertThat(open("two", "2")).isZero();

        byte[] one = Base64.getDecoder()
                .decode(json("opening-one.json").at("/envelopes/0/share").textValue());
        byte[] two = Base64.getDecoder()
                .decode(json("opening-two.json").at("/envelopes/0/share").textValue());
        assertThat(envelope.open(TENDER, Part.PRICE, PARTNER, one, two))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"price\": \"1.00\"}");
        assertThat(json("opening-two.json").path("fingerprint").textValue())
                .isEqualTo(keys.getLast().get("fingerprint"));
        assertThat(json("keep.json").at("/price/first").textValue())
                .isEqualTo(Base64.getEncoder().encodeToString(one));
        assertThat(Files.readString(folder.resolve("bid.json"))).doesNotContain("our plan", "1.00");
    }

    @Test
    void another_officers_key_unwraps_nothing_and_it_says_so() throws Exception {
        assertThat(seal("--technical", file("plan.pdf"))).isZero();
        theServiceHandsOutShares(sealedPrice());

        assertThat(open("two", "1")).isEqualTo(1);
        assertThat(json("opening-two.json").at("/envelopes/0/unreadable").textValue())
                .contains("cannot be read");
        assertThat(err.toString()).contains("the right key");
    }

    @Test
    void secrets_are_readable_by_their_owner_only_and_nothing_is_overwritten() throws Exception {
        assertThat(seal("--technical", file("plan.pdf"))).isZero();

        for (String secret : List.of("one", "keep.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(seal("--technical", file("plan.pdf"))).isEqualTo(2);
        assertThat(run("keys", file("one"))).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be written");
    }

    @Test
    void proposals_have_two_envelopes() {
        assertThat(seal()).isEqualTo(2);
        assertThat(err.toString()).contains("--technical");
    }
}
