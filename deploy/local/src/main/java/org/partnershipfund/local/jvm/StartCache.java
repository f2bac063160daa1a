package org.partnershipfund.local.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Launch;
import org.partnershipfund.local.process.StartFailedException;

/**
 * What the JVM of one program learned at one start, kept for its next starts.
 *
 * <p>Learning holds the JVM up for some seconds, and a new build makes it worthless. Therefore a build learns at its
 * second start, not at its first: who builds and starts again and again never pays for it. It learns once: a JVM that
 * does not survive it is not asked again.
 */
final class StartCache {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What a start does about its cache. */
    private enum Step {
        /** Uses what is there. */
        USE,
        /** Notes that this build was started. */
        NOTE,
        /** Is recorded. */
        LEARN,
        /** Starts as ever; the recording of an earlier start can be made into a cache. */
        ASSEMBLE,
        /** Starts as ever. */
        LEAVE
    }

    private final Path folder;
    private final Program program;
    private final String name;
    private final Step step;

    StartCache(Path folder, Program program) throws IOException {
        this.folder = folder;
        this.program = program;
        this.name = program.spec().name() + "-" + program.digest();
        this.step = step();
        if (step == Step.NOTE) {
            forgetOtherBuilds();
            var _ = Files.writeString(file("seen"), "");
        } else if (step == Step.LEARN) {
            var _ = Files.writeString(file("tried"), "");
        }
    }

    /** How the program is started this time. */
    ChildSpec spec() {
        return switch (step) {
            case USE -> program.with(List.of("-XX:AOTCache=" + file("cache")));
            case LEARN ->
                program.with(List.of(
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + file("recording"),
                        // Some hundred lines about classes that cannot be kept, in the log of the program.
                        "-Xlog:aot*=error"));
            case NOTE, ASSEMBLE, LEAVE -> program.spec();
        };
    }

    /** Whether {@link #endRecording} is to be called once everything serves. */
    boolean isLearning() {
        return step == Step.LEARN;
    }

    /** Whether an earlier start was recorded and {@link #assemble} is to be called when there is time. */
    boolean isToBeAssembled() {
        return step == Step.ASSEMBLE;
    }

    String programName() {
        return program.spec().name();
    }

    /** Lets the JVM write down what it learned; it stands still meanwhile. */
    void endRecording(long process) throws InterruptedException, IOException {
        var jcmd = Path.of(program.spec().command().getFirst()).resolveSibling("jcmd");
        run("end-recording", List.of(jcmd.toString(), Long.toString(process), "AOT.end_recording"));
        var _ = Files.move(file("recording"), file("recorded"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes the cache out of what was written down, in a JVM of its own that leaves the processor to others. */
    void assemble() throws InterruptedException, IOException {
        if (!Files.exists(file("recorded"))) {
            return;
        }
        var draft = file("draft");
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(program.with(List.of(
                        "-XX:AOTMode=create", "-XX:AOTConfiguration=" + file("recorded"), "-XX:AOTCache=" + draft))
                .command());
        run("start-cache", command);
        var _ = Files.move(draft, file("cache"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(file("recorded"));
    }

    private void run(String what, List<String> command) throws InterruptedException {
        var spec = program.spec();
        Launch.run(new ChildSpec(
                spec.name() + "-" + what,
                command,
                Map.of(),
                spec.directory(),
                spec.log().resolveSibling("start-caches.log"),
                LONGEST,
                () -> true));
    }

    private Step step() {
        if (Files.exists(file("cache"))) {
            return Step.USE;
        }
        if (Files.exists(file("recorded"))) {
            return Step.ASSEMBLE;
        }
        if (Files.exists(file("tried"))) {
            return Step.LEAVE;
        }
        return Files.exists(file("seen")) ? Step.LEARN : Step.NOTE;
    }

    private void forgetOtherBuilds() throws IOException {
        var _ = Files.createDirectories(folder);
        Predicate<String> isOurs = file -> file.startsWith(program.spec().name() + "-")
                // "kafka-" is not "kafka-format-": what follows the name is the digest and a kind.
                && file.indexOf('-', program.spec().name().length() + 1) < 0;
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> isOurs.test(String.valueOf(one.getFileName())))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StartFailedException("cannot clear " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path file(String kind) {
        return folder.resolve(name + "." + kind);
    }
}
