package org.partnershipfund.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.partnershipfund.local.place.Place;

/** What a wire does to those at its ends: nothing, until it is cut. */
@Timeout(30)
class WireTest {

    private static final int MEGABYTE = 1024 * 1024;

    private ServerSocket server;
    private Wire wire;

    /** A connection, seen from both of its ends. */
    private record Call(Socket caller, Socket callee) implements AutoCloseable {

        void ask(String words) throws IOException {
            new DataOutputStream(caller.getOutputStream()).writeUTF(words);
        }

        String asked() throws IOException {
            return new DataInputStream(callee.getInputStream()).readUTF();
        }

        void answer(String words) throws IOException {
            new DataOutputStream(callee.getOutputStream()).writeUTF(words);
        }

        String answered() throws IOException {
            return new DataInputStream(caller.getInputStream()).readUTF();
        }

        @Override
        public void close() throws IOException {
            caller.close();
            callee.close();
        }
    }

    @BeforeEach
    void lay() throws IOException {
        server = new ServerSocket(0, 50, loopback());
        wire = Wire.to(server.getLocalPort());
    }

    @AfterEach
    void takeAway() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void what_either_end_says_the_other_hears_byte_by_byte() throws Exception {
        byte[] there = noise(1, 3 * MEGABYTE);
        byte[] back = noise(2, 5 * MEGABYTE);

        try (var call = call();
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> heardThere =
                    workers.submit(() -> call.callee().getInputStream().readNBytes(there.length));
            Future<byte[]> heardBack =
                    workers.submit(() -> call.caller().getInputStream().readNBytes(back.length));
            Future<Boolean> said = workers.submit(saying(call.caller(), there));
            call.callee().getOutputStream().write(back);

            assertThat(said.get()).isTrue();
            assertThat(heardThere.get()).isEqualTo(there);
            assertThat(heardBack.get()).isEqualTo(back);
        }
    }

    @Test
    void an_end_that_has_said_all_still_hears_the_answer() throws IOException {
        try (var call = call()) {
            call.ask("the question");
            call.caller().shutdownOutput();

            assertThat(call.asked()).isEqualTo("the question");
            assertThat(call.callee().getInputStream().read()).isEqualTo(-1);
            call.answer("the answer");
            assertThat(call.answered()).isEqualTo("the answer");
        }
        assertThat(wire.cuts()).isZero();
    }

    @Test
    void many_connections_do_not_mix_and_one_whose_end_does_not_listen_keeps_no_other_waiting() throws Exception {
        List<Call> calls = new ArrayList<>();
        try (var deaf = call();
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> stuck = workers.submit(saying(deaf.caller(), noise(3, 64 * MEGABYTE)));
            for (int i = 0; i < 40; i++) {
                calls.add(call());
            }
            for (int i = 0; i < calls.size(); i++) {
                calls.get(i).ask("question " + i);
            }
            for (int i = calls.size() - 1; i >= 0; i--) {
                assertThat(calls.get(i).asked()).isEqualTo("question " + i);
                calls.get(i).answer("answer " + i);
                assertThat(calls.get(i).answered()).isEqualTo("answer " + i);
            }
            assertThat(stuck.isDone()).isFalse();

            assertThat(wire.cut()).isEqualTo(calls.size() + 1);

            assertThatThrownBy(stuck::get).hasCauseInstanceOf(SocketException.class);
        } finally {
            for (Call call : calls) {
                call.close();
            }
        }
    }

    @Test
    void a_cut_is_a_reset_at_both_ends_at_once_and_the_next_connection_works() throws IOException {
        try (var before = call()) {
            before.ask("before");
            assertThat(before.asked()).isEqualTo("before");

            assertThat(wire.cut()).isEqualTo(1);

            assertIsReset(before.caller());
            assertIsReset(before.callee());
        }
        try (var after = call()) {
            after.ask("after");
            assertThat(after.asked()).isEqualTo("after");
            after.answer("as ever");
            assertThat(after.answered()).isEqualTo("as ever");
        }
        assertThat(wire.cuts()).isEqualTo(1);
        assertThat(wire.lostAnswers()).isZero();
    }

    @Test
    void cut_at_the_next_answer_the_question_has_arrived_and_the_answer_never_does() throws IOException {
        try (var asking = call();
                var silent = call()) {
            asking.ask("what was before is heard");
            assertThat(asking.asked()).isEqualTo("what was before is heard");

            wire.cutAtNextAnswers();
            asking.ask("pay");
            assertThat(asking.asked()).isEqualTo("pay");
            asking.answer("paid");

            assertIsReset(asking.caller());
            assertIsReset(asking.callee());
            // Nothing is cut where nobody answers, and new connections are not meant.
            silent.ask("still there");
            assertThat(silent.asked()).isEqualTo("still there");
            try (var later = call()) {
                later.answer("heard");
                assertThat(later.answered()).isEqualTo("heard");
            }
        }
        assertThat(wire.cuts()).isEqualTo(1);
        assertThat(wire.lostAnswers()).isEqualTo(1);
    }

    @Test
    void when_one_end_dies_the_other_is_told() throws IOException {
        try (var call = call()) {
            call.ask("hello");
            assertThat(call.asked()).isEqualTo("hello");

            call.callee().setSoLinger(true, 0);
            call.callee().close();

            assertIsReset(call.caller());
        }
        assertThat(wire.cuts()).isZero();
    }

    @Test
    void where_nobody_serves_a_connection_ends_as_soon_as_it_has_begun_and_works_once_somebody_does()
            throws IOException {
        int far = server.getLocalPort();
        server.close();
        try (var caller = new Socket(loopback(), wire.near())) {
            assertIsReset(caller);
        }

        server = new ServerSocket(far, 50, loopback());
        try (var call = call()) {
            call.ask("there again");
            assertThat(call.asked()).isEqualTo("there again");
        }
    }

    @Test
    void a_wire_that_is_taken_away_ends_all_and_takes_no_more() throws IOException {
        try (var call = call()) {
            call.ask("hello");
            assertThat(call.asked()).isEqualTo("hello");

            wire.close();

            assertIsReset(call.caller());
            assertIsReset(call.callee());
            assertThatThrownBy(() -> new Socket(loopback(), wire.near())).isInstanceOf(SocketException.class);
        }
    }

    // The answer "connected" comes from the wire; whoever accepts has been called by it, one after the other.
    private Call call() throws IOException {
        var caller = new Socket(loopback(), wire.near());
        return new Call(caller, server.accept());
    }

    private static Callable<Boolean> saying(Socket end, byte[] words) {
        return () -> {
            end.getOutputStream().write(words);
            return true;
        };
    }

    private static void assertIsReset(Socket end) {
        assertThatThrownBy(() -> end.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    private static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral(Place.LOOPBACK);
    }
}
