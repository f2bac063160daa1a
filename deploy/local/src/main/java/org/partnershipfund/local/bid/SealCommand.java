package org.partnershipfund.local.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.kernel.envelope.OfficerKeys;
import org.partnershipfund.local.bid.BidFiles.BidFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fund bid seal}. */
@Command(
        name = "seal",
        description =
                "Seals the envelopes of a bid to both officers of a tender, and writes the body for POST /tenders/ID/bids.",
        footer = {
            "",
            "Compare the fingerprints that it prints with those of a printed notice before you send the bid.",
            "KEEP opens your own envelopes if an officer loses a key: show it to nobody before the opening."
        })
public final class SealCommand implements Callable<Integer> {

    @Option(names = "--tender", required = true, paramLabel = "FILE", description = "The answer of GET /tenders/ID")
    private Path tender = Path.of("");

    @Option(names = "--partner", required = true, paramLabel = "ID", description = "Your organisation's partnerId")
    private UUID partner = new UUID(0, 0);

    @Option(names = "--price", required = true, paramLabel = "FILE", description = "The price form, JSON")
    private Path price = Path.of("");

    @Option(
            names = "--technical",
            paramLabel = "FILE",
            description = "The technical proposal, of a request for proposals")
    private @Nullable Path technical;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the body of the request goes")
    private Path out = Path.of("");

    @Option(names = "--keep", required = true, paramLabel = "KEEP", description = "Where your own shares go")
    private Path keep = Path.of("");

    @Option(
            names = "--certify",
            required = true,
            description = "You certify that there was no collusion (c.30B s.10) and that taxes are paid (c.62C s.49A)")
    private boolean certified;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            seal();
            return 0;
        } catch (BidFileException | EnvelopeException | IllegalArgumentException e) {
            spec.commandLine().getErr().println("fund: " + e.getMessage());
            return 2;
        }
    }

    private void seal() throws BidFileException, EnvelopeException {
        JsonNode read = BidFiles.readJson(tender);
        UUID id = UUID.fromString(BidFiles.text(read, "id", tender));
        boolean proposals = BidFiles.text(read, "kind", tender).equals("proposals");
        if (proposals != (technical != null)) {
            throw new BidFileException(
                    proposals
                            ? "the tender asks for proposals: send --technical, too"
                            : "the tender asks for bids: send no --technical");
        }
        List<PublicKey> officers = new ArrayList<>();
        var screen = spec.commandLine().getOut();
        for (JsonNode key : read.path("keys")) {
            PublicKey officer = OfficerKeys.publicKey(BidFiles.text(key, "key", tender));
            officers.add(officer);
            screen.println("sealed to  " + OfficerKeys.fingerprint(officer));
        }
        if (officers.size() != 2) {
            throw new BidFileException("%s has %d keys, not two".formatted(tender, officers.size()));
        }
        ObjectNode body = BidFiles.JSON.createObjectNode().put("partnerId", partner.toString());
        ObjectNode kept = BidFiles.JSON.createObjectNode().put("tenderId", id.toString());
        if (technical != null) {
            put(body, kept, id, Part.TECHNICAL, officers, BidFiles.read(technical));
        }
        put(body, kept, id, Part.PRICE, officers, BidFiles.read(price));
        body.put("nonCollusion", certified).put("taxAttestation", certified);
        BidFiles.writeJson(keep, kept);
        BidFiles.writeJson(out, body);
    }

    private void put(ObjectNode body, ObjectNode kept, UUID id, Part part, List<PublicKey> officers, byte[] content)
            throws EnvelopeException {
        var sealed = Envelope.seal(id, part, partner, officers, content, new SecureRandom());
        String word = part.name().toLowerCase(Locale.ROOT);
        body.put(word, Base64.getEncoder().encodeToString(sealed.envelope().bytes()));
        var shares = kept.putObject(word).put("sha256", sealed.envelope().digest());
        shares.put("first", Base64.getEncoder().encodeToString(sealed.shares().get(0)));
        shares.put("second", Base64.getEncoder().encodeToString(sealed.shares().get(1)));
        spec.commandLine()
                .getOut()
                .println("%-10s %s".formatted(word, sealed.envelope().digest()));
    }
}
