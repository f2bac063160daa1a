package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in the repository that must equal what the code produces. Run the test with {@code -Dgolden.update=true} to
 * write it anew, and read the difference before you commit it.
 */
public final class GoldenFile {

    private GoldenFile() {}

    /** Fails unless the file holds exactly this text. */
    public static void check(Path file, String produced) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Path parent = file.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.writeString(file, produced);
            }
            assertThat(file).as("run with -Dgolden.update=true to write it").exists();
            assertThat(produced)
                    .as("%s differs from what the code produces; -Dgolden.update=true writes it anew", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }

    /**
     * Fails unless {@code docs/api/<service>.openapi.yaml} is what SmallRye generated in this build.
     *
     * @param service such as {@code allocation-service}; the working directory is that module's
     */
    public static void checkOpenApi(String service) {
        try {
            check(
                    Path.of("..", "docs", "api", service + ".openapi.yaml"),
                    Files.readString(Path.of("target", "openapi", "openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException("the build has not stored target/openapi/openapi.yaml", e);
        }
    }
}
