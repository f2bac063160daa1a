package org.partnershipfund.local.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends a signal to one process; Java itself knows only TERM and KILL. */
public final class Signals {

    private Signals() {}

    /**
     * Sends the signal when the process is still the one that was meant.
     *
     * @param name such as {@code INT}, {@code STOP}, {@code CONT}
     */
    public static void send(Stamp stamp, String name) {
        if (!stamp.isAlive()) {
            return;
        }
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(stamp.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot run kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
