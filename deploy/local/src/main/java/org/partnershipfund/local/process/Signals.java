package org.partnershipfund.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
        var handle = stamp.handle();
        if (handle.isEmpty()) {
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
            sendWithoutProgram(handle.get(), name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Sends the signal to the process and to all that it started: whoever stops only the first of PostgreSQL's processes
     * leaves those running that serve. The first is stopped before the others are listed, and starts no more meanwhile.
     */
    public static void sendToAll(Stamp stamp, String name) {
        var handle = stamp.handle();
        if (handle.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(stamp.pid())));
        if (name.equals("STOP")) {
            send(stamp, name);
        }
        handle.get().descendants().forEach(child -> command.add(Long.toString(child.pid())));
        try {
            var kill = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run kill -" + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A machine that can start no more processes must still be able to end some.
    private static void sendWithoutProgram(ProcessHandle handle, String name, IOException why) {
        switch (name) {
            case "TERM", "INT" -> handle.destroy();
            case "KILL" -> handle.destroyForcibly();
            case String other -> throw new IllegalStateException("cannot run kill -" + other, why);
        }
    }
}
