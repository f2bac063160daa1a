package org.partnershipfund.local.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.partnershipfund.local.place.Place;

/**
 * A port on loopback whose connections lead on to another port, byte by byte, until somebody cuts them: what a network
 * does when a switch, a firewall or a load balancer forgets its connections, and both ends live on.
 */
public final class Wire implements AutoCloseable {

    // As many as may knock at once after a cut: all consumers and producers of a suite do.
    private static final int WAITING = 200;

    private final ServerSocket near;
    private final int far;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicLong cut = new AtomicLong();
    private final AtomicLong lostAnswers = new AtomicLong();
    private volatile boolean closed;

    private Wire(ServerSocket near, int far) {
        this.near = near;
        this.far = far;
    }

    /**
     * Lays a wire from a free port. Nobody need serve at its far end yet; as long as nobody does, each connection ends
     * as soon as it has begun.
     *
     * @param far the port that it leads to
     */
    public static Wire to(int far) {
        try {
            var wire = new Wire(new ServerSocket(0, WAITING, InetAddress.ofLiteral(Place.LOOPBACK)), far);
            var _ = Thread.ofVirtual().name("wire-to-" + far).start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free for a wire to " + far, e);
        }
    }

    /** The port where it begins. */
    public int near() {
        return near.getLocalPort();
    }

    /** The port where it ends. */
    public int far() {
        return far;
    }

    /**
     * Cuts every connection that there is: both ends read at once that the other has reset it. What was under way is
     * lost, and new connections come through.
     *
     * @return how many there were
     */
    public int cut() {
        int ended = 0;
        for (Line line : lines) {
            if (line.cut()) {
                ended++;
            }
        }
        var _ = cut.addAndGet(ended);
        return ended;
    }

    /**
     * Cuts each of the present connections as soon as its far end answers, and loses the answer: what was asked for has
     * happened, and whoever asked cannot know it.
     */
    public void cutAtNextAnswers() {
        lines.forEach(Line::loseNextAnswer);
    }

    /** How many connections were cut until now. */
    public long cuts() {
        return cut.get() + lostAnswers.get();
    }

    /** How many of them were cut in place of an answer. */
    public long lostAnswers() {
        return lostAnswers.get();
    }

    /** Ends all connections and takes no more. */
    @Override
    public void close() {
        closed = true;
        try {
            near.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the wire to " + far + " cannot be taken away", e);
        }
        lines.forEach(Line::end);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket caller = near.accept();
                var _ = Thread.ofVirtual().name("line-to-" + far).start(() -> carry(caller));
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException("the wire to " + far + " takes nobody any more", e);
                }
            }
        }
    }

    private void carry(Socket caller) {
        try (caller;
                var callee = new Socket()) {
            var line = new Line(caller, callee, far);
            var _ = lines.add(line);
            try {
                // Whoever closes the wire looks for lines after this, or sees this one.
                if (!closed && line.carry()) {
                    var _ = lostAnswers.incrementAndGet();
                }
            } finally {
                var _ = lines.remove(line);
            }
        } catch (IOException _) {
            // It is gone already, which is how connections end on a wire that is cut.
        }
    }
}
