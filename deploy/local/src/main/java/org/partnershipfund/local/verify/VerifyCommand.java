package org.partnershipfund.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.partnershipfund.local.process.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fund verify}. */
@Command(
        name = "verify",
        description =
                "Recounts every school's amount from the public bundle of a scenario, with arithmetic of its own, and says whether all are equal to the cent.",
        footer = {"", "Ends with 0 if all is equal, 1 if anything differs, 2 if it is no bundle. See docs/verify.md."})
public final class VerifyCommand implements Callable<Integer> {

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @Parameters(
            paramLabel = "BUNDLE",
            description = "A file, or an address such as http://127.0.0.1:8081/scenarios/ID/bundle")
    private String bundle = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var screen = spec.commandLine().getOut();
        try {
            var verdict = Verdict.of(Bundle.read(bytes()));
            verdict.sums().forEach(screen::println);
            verdict.differences().forEach(difference -> screen.println("DIFFERS " + difference));
            screen.println(
                    verdict.differences().isEmpty()
                            ? "equal to the cent"
                            : "not equal: %,d differences"
                                    .formatted(verdict.differences().size()));
            return verdict.differences().isEmpty() ? 0 : 1;
        } catch (UnreadableBundleException e) {
            spec.commandLine().getErr().println("fund: %s: %s".formatted(bundle, e.getMessage()));
            return 2;
        }
    }

    private byte[] bytes() throws InterruptedException {
        try (InputStream in = bundle.matches("https?://.*") ? download() : Files.newInputStream(Path.of(bundle))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadableBundleException("it is larger than 64 MB");
            }
            return bytes;
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableBundleException("it cannot be read: " + Sentence.of(e));
        }
    }

    private InputStream download() throws IOException, InterruptedException {
        try {
            HttpResponse<InputStream> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(bundle))
                            .timeout(Duration.ofMinutes(1))
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new UnreadableBundleException("the answer is %d, not 200".formatted(answer.statusCode()));
            }
            return answer.body();
        } catch (IllegalArgumentException e) {
            throw new UnreadableBundleException("it is no address: " + e.getMessage());
        }
    }
}
