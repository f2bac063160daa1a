package org.partnershipfund.local.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.kernel.envelope.OfficerKeys;
import org.partnershipfund.kernel.envelope.WrappedShare;
import org.partnershipfund.local.bid.BidFiles.BidFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fund bid open}. */
@Command(
        name = "open",
        description =
                "Unwraps an officer's shares of the envelopes, and writes the body for POST /tenders/ID/openings. The private key is read and sent nowhere.")
public final class OpenCommand implements Callable<Integer> {

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Your private key, of fund bid keys")
    private Path key = Path.of("");

    @Option(
            names = "--shares",
            required = true,
            paramLabel = "FILE",
            description = "The answer of GET /tenders/ID/shares?part=…")
    private Path shares = Path.of("");

    @Option(names = "--part", required = true, paramLabel = "PART", description = "technical or price")
    private String part = "";

    @Option(
            names = "--number",
            required = true,
            paramLabel = "1|2",
            description = "Whether yours is the tender's first key or its second")
    private int number;

    @Option(names = "--witness", required = true, paramLabel = "NAME", description = "Who looks on; once for each")
    private List<String> witnesses = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the body of the request goes")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            return unwrap();
        } catch (BidFileException | EnvelopeException e) {
            spec.commandLine().getErr().println("fund: " + e.getMessage());
            return 2;
        }
    }

    private int unwrap() throws BidFileException, EnvelopeException {
        if (!List.of("technical", "price").contains(part) || number < 1 || number > 2) {
            throw new BidFileException("--part is technical or price, --number is 1 or 2");
        }
        JsonNode read = BidFiles.readJson(shares);
        PrivateKey secret = OfficerKeys.privateKey(new String(BidFiles.read(key), StandardCharsets.US_ASCII));
        ObjectNode body = BidFiles.JSON.createObjectNode().put("part", part);
        body.put("fingerprint", read.path("fingerprints").path(number - 1).asText());
        var envelopes = body.putArray("envelopes");
        int unreadable = 0;
        for (JsonNode one : read.path("envelopes")) {
            ObjectNode entry = envelopes.addObject().put("bidId", BidFiles.text(one, "bidId", shares));
            try {
                byte[] share = WrappedShare.ofText(BidFiles.text(one, number == 1 ? "first" : "second", shares))
                        .unwrap(secret);
                entry.put("share", Base64.getEncoder().encodeToString(share));
            } catch (EnvelopeException e) {
                unreadable++;
                entry.put("unreadable", e.getMessage());
            }
        }
        witnesses.forEach(body.putArray("witnesses")::add);
        BidFiles.writeJson(out, body);
        spec.commandLine()
                .getOut()
                .println("%d shares unwrapped, %d not".formatted(envelopes.size() - unreadable, unreadable));
        if (unreadable > 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "fund: before you send it, make sure that it is the right key and number; what is unreadable now stays out of the award. Its bidder may have kept the share.");
        }
        return unreadable == 0 ? 0 : 1;
    }
}
