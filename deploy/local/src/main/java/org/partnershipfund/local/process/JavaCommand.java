package org.partnershipfund.local.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The beginning of the command line of a JVM of the same JDK that runs us, small and quick to start. */
public final class JavaCommand {

    private JavaCommand() {}

    /** {@code java} with a bounded heap. */
    public static List<String> withHeapMegabytes(int megabytes, String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + megabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(List.of(options));
        return command;
    }

    /** {@code java -cp folder/*} and a main class. */
    public static List<String> ofFolder(int heapMegabytes, Path folder, String mainClass, String... options) {
        var command = new ArrayList<>(withHeapMegabytes(heapMegabytes, options));
        command.addAll(List.of("-cp", folder + File.separator + "*", mainClass));
        return command;
    }
}
