package org.partnershipfund.local.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import org.partnershipfund.local.place.Place;

/** One connection across a wire: what either end says, the other hears, as fast as it listens. */
final class Line {

    private static final int PIECE_BYTES = 16 * 1024;

    private final Socket caller;
    private final Socket callee;
    private final int far;
    private final AtomicReference<State> state = new AtomicReference<>(State.CARRIES);

    private enum State {
        CARRIES,
        LOSES_NEXT_ANSWER,
        ANSWER_LOST,
        CUT
    }

    Line(Socket caller, Socket callee, int far) {
        this.caller = caller;
        this.callee = callee;
        this.far = far;
    }

    /**
     * Returns when both ends have hung up, or one of them is gone.
     *
     * @return whether it was cut in place of an answer
     */
    boolean carry() throws IOException {
        try {
            callee.connect(new InetSocketAddress(InetAddress.ofLiteral(Place.LOOPBACK), far));
            // Whoever cares for small pieces decides at the ends; nothing waits for company here.
            caller.setTcpNoDelay(true);
            callee.setTcpNoDelay(true);
            var answering = Thread.ofVirtual().name("answers-of-" + far).start(() -> pass(callee, caller, true));
            pass(caller, callee, false);
            answering.join();
        } catch (IOException e) {
            // Nobody serves there: who called hears no polite end, as from a port where nobody listens.
            reset();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
        return state.get() == State.ANSWER_LOST;
    }

    /** Ends it, unless it was cut before, and answers whether it did. */
    boolean cut() {
        State before = state.getAndUpdate(now -> now == State.ANSWER_LOST ? now : State.CUT);
        reset();
        return before == State.CARRIES || before == State.LOSES_NEXT_ANSWER;
    }

    /** Ends it because the wire goes. */
    void end() {
        var _ = cut();
    }

    void loseNextAnswer() {
        var _ = state.compareAndSet(State.CARRIES, State.LOSES_NEXT_ANSWER);
    }

    // An end that says no more may still listen, so the other end is told, and goes on until it has said all.
    private void pass(Socket from, Socket to, boolean answers) {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (answers && state.compareAndSet(State.LOSES_NEXT_ANSWER, State.ANSWER_LOST)) {
                    reset();
                    return;
                }
                out.write(piece, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException _) {
            // One of the ends died: the other learns it as the network would tell it.
            reset();
        }
    }

    private void reset() {
        reset(caller);
        reset(callee);
    }

    // Without lingering, a close is a reset (RST): what waits to be sent is dropped, and nobody takes it for an end.
    private static void reset(Socket end) {
        try (end) {
            end.setSoLinger(true, 0);
        } catch (IOException _) {
            // It is closed already.
        }
    }
}
