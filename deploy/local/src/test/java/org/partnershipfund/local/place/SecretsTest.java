package org.partnershipfund.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are drawn once and are nobody else's to read. */
class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void a_password_stays_the_same_and_differs_from_role_to_role() {
        var first = new Secrets(folder.resolve("secrets")).password("relay");

        var later = new Secrets(folder.resolve("secrets"));

        assertThat(later.password("relay")).isEqualTo(first).hasSize(48);
        assertThat(later.password("postgres")).isNotEqualTo(first);
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        var secrets = folder.resolve("secrets");
        var _ = new Secrets(secrets).password("relay");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("relay.password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
    }
}
