package org.partnershipfund.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.partnershipfund.local.place.Door;

/** Ports that nobody uses at the moment, so that a test's suite can run beside another one. */
final class FreePorts {

    // Between the services' usual ports and those that Linux (from 32768), macOS and Windows (from 49152) hand to the
    // near end of any connection: from there, a child that connects early could take what a later child will serve on.
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_768;
    private static final int LONGEST_SEARCH = 1_000;

    private FreePorts() {}

    /**
     * One {@code FUND_PORT_} variable per door, and more variables that name ports.
     *
     * @param dice where to look first; two suites that start together should not look in the same places
     */
    static Map<String, String> variables(RandomGenerator dice, String... more) {
        var sockets = new HashMap<String, ServerSocket>();
        try {
            // All are held at once, so that no port is given twice.
            for (var door : Door.values()) {
                sockets.put(door.variable(), listenSomewhere(dice));
            }
            for (var variable : more) {
                sockets.put(variable, listenSomewhere(dice));
            }
            var variables = new HashMap<String, String>();
            for (var socket : sockets.entrySet()) {
                variables.put(socket.getKey(), String.valueOf(socket.getValue().getLocalPort()));
                socket.getValue().close();
            }
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException("there are no free ports", e);
        }
    }

    private static ServerSocket listenSomewhere(RandomGenerator dice) throws IOException {
        for (int attempt = 0; attempt < LONGEST_SEARCH; attempt++) {
            try {
                return new ServerSocket(dice.nextInt(LOWEST, BEYOND), 1, InetAddress.getLoopbackAddress());
            } catch (BindException _) {
                // Somebody serves there: the next throw.
            }
        }
        throw new IOException("%d ports from %d were all in use".formatted(LONGEST_SEARCH, LOWEST));
    }
}
