package org.partnershipfund.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.partnershipfund.local.place.Door;

/** Ports that nobody uses at the moment, so that a test's suite can run beside another one. */
final class FreePorts {

    private FreePorts() {}

    /** One {@code FUND_PORT_} variable per door. */
    static Map<String, String> variables() {
        var sockets = new HashMap<Door, ServerSocket>();
        try {
            // All are held at once, so that no port is given twice.
            for (var door : Door.values()) {
                sockets.put(door, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var variables = new HashMap<String, String>();
            for (var socket : sockets.entrySet()) {
                variables.put(
                        socket.getKey().variable(),
                        String.valueOf(socket.getValue().getLocalPort()));
                socket.getValue().close();
            }
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException("there are no free ports", e);
        }
    }
}
