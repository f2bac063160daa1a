package org.partnershipfund.local.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Door;

/** Who hung up and who was not answered are told apart: one is what a caller does, the other what a service must not do. */
class HangingUpTest {

    @TempDir
    private Path folder;

    @Test
    void who_hangs_up_says_so_and_whom_nobody_answers_says_that() throws IOException {
        var suite = Suite.in(folder, Map.of());
        try (var anybody = suite.client()) {
            var hurried = anybody.hangingUp(() -> Optional.of(Duration.ofMillis(30)));
            // It takes the connection, and says nothing.
            try (var _ = new ServerSocket(suite.place().port(Door.ALLOCATION), 5, InetAddress.getLoopbackAddress())) {
                assertThatThrownBy(() -> hurried.get(Door.ALLOCATION, "/funds"))
                        .isInstanceOf(HungUpException.class)
                        .hasMessage("the caller of allocation-service hung up");
            }

            assertThatThrownBy(() -> anybody.get(Door.ALLOCATION, "/funds"))
                    .isInstanceOf(UncheckedIOException.class)
                    .isNotInstanceOf(HungUpException.class)
                    .hasMessage("allocation-service does not answer: ./fund status");
        }
    }
}
