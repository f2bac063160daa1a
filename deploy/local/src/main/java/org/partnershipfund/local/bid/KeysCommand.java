package org.partnershipfund.local.bid;

import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.partnershipfund.kernel.envelope.OfficerKeys;
import org.partnershipfund.local.bid.BidFiles.BidFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fund bid keys}. */
@Command(
        name = "keys",
        description =
                "Makes an officer's key pair for one tender: the private key goes into FILE and never leaves it, the public key is printed for PUT /tenders/ID/key, with the fingerprint for the notices.")
public final class KeysCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where the private key goes; keep a copy in a safe")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var pair = OfficerKeys.generate();
        try {
            BidFiles.write(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (BidFileException e) {
            spec.commandLine().getErr().println("fund: " + e.getMessage());
            return 2;
        }
        var screen = spec.commandLine().getOut();
        screen.println("key          " + OfficerKeys.text(pair.getPublic()));
        screen.println("fingerprint  " + OfficerKeys.fingerprint(pair.getPublic()));
        return 0;
    }
}
