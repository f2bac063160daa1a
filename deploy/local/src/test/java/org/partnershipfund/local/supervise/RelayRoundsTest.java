package org.partnershipfund.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.StartFailedException;

/** The care for a relay outlives whatever goes wrong in one round. */
class RelayRoundsTest {

    private final List<String> said = new ArrayList<>();

    static List<Exception> troubles() {
        return List.of(
                new StartFailedException("the replication slot cannot be dropped"),
                new NumberFormatException("For input string: \"\""),
                new UncheckedIOException(
                        "cannot note it", new FileSystemException("note", null, "No space left on device")),
                new IOException("Connect answers 500"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void trouble_with_a_relay_is_said_once_and_tried_again_after_longer_and_longer_pauses(Exception trouble)
            throws Exception {
        var tended = new AtomicInteger();
        var rounds = new RelayRounds(
                Service.ALLOCATION,
                _ -> {
                    tended.incrementAndGet();
                    return fail(trouble);
                },
                said::add);

        List<Integer> triedIn = new ArrayList<>();
        for (int round = 1; round <= 60; round++) {
            int before = tended.get();
            rounds.round();
            if (tended.get() > before) {
                triedIn.add(round);
            }
        }

        assertThat(triedIn).containsExactly(1, 3, 7, 15, 31, 47);
        assertThat(said).hasSize(1).first().asString().startsWith("allocation-relay cannot be looked after: ");
    }

    @Test
    void a_relay_that_can_be_looked_after_again_is_looked_after_in_every_round() throws InterruptedException {
        var tended = new AtomicInteger();
        var rounds = new RelayRounds(
                Service.ALLOCATION,
                _ -> {
                    if (tended.incrementAndGet() == 1) {
                        throw new IOException("Connect answers 500");
                    }
                    return Relays.State.RUNNING;
                },
                said::add);

        for (int round = 1; round <= 6; round++) {
            rounds.round();
        }

        assertThat(tended).hasValue(5);
    }

    @Test
    void a_worker_that_does_not_answer_is_not_spoken_of() throws InterruptedException {
        var rounds = new RelayRounds(
                Service.ALLOCATION,
                _ -> {
                    throw new ConnectException("Connection refused");
                },
                said::add);

        rounds.round();

        assertThat(said).isEmpty();
    }

    @Test
    void a_round_that_fails_is_not_the_last_one() {
        var chores = new Chores();
        var rounds = new AtomicInteger();

        chores.again("relays", Duration.ofMillis(5), () -> {
            if (rounds.incrementAndGet() < 3) {
                throw new IllegalStateException("a bug in round " + rounds.get());
            }
        });

        await("the rounds go on").until(() -> rounds.get() >= 4);
        chores.end();
    }

    private static Relays.State fail(Exception trouble) throws IOException {
        if (trouble instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw new IOException(trouble);
    }
}
