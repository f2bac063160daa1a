package org.partnershipfund.foundation.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One walk through a folder of files. A file that looks unneeded is first moved aside, where no upload finds it, and looked
 * at once more: if a row names it by now, or somebody brought it anew meanwhile, it goes back. So no file is lost between
 * the look and the removal, and what a crash leaves aside is decided by the next walk.
 */
final class Sweeping {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int AT_ONCE = 500;

    private final Path folder;
    private final Path aside;
    private final FileSweep.Names names;
    private final Instant olderThan;
    private int unnamed;
    private int cutOff;
    private long bytes;

    Sweeping(Path folder, FileSweep.Names names, Instant olderThan) {
        this.folder = folder;
        this.aside = folder.resolve("swept");
        this.names = names;
        this.olderThan = olderThan;
    }

    FileSweep.Swept sweep() {
        try {
            for (Path upload : files(folder.resolve("incoming"))) {
                if (isOld(upload)) {
                    cutOff += remove(upload);
                }
            }
            for (Path left : files(aside)) {
                decide(left);
            }
            // A table without a row is more likely the wrong database than one whose files were all taken out.
            if (names.isAny()) {
                for (Path drawer : drawers()) {
                    sweep(drawer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sweep " + folder.toAbsolutePath(), e);
        }
        return new FileSweep.Swept(unnamed, cutOff, bytes);
    }

    private List<Path> drawers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .filter(one -> name(one).matches("[0-9a-f]{2}"))
                    .sorted()
                    .toList();
        }
    }

    private void sweep(Path drawer) throws IOException {
        List<Path> old = new ArrayList<>();
        for (Path file : files(drawer)) {
            if (DIGEST.matcher(name(file)).matches() && isOld(file)) {
                old.add(file);
            }
        }
        for (int from = 0; from < old.size(); from += AT_ONCE) {
            var some = old.subList(from, Math.min(old.size(), from + AT_ONCE));
            Set<String> named = names.among(some.stream().map(Sweeping::name).collect(Collectors.toSet()));
            for (Path file : some) {
                if (!named.contains(name(file))) {
                    putAside(file);
                }
            }
        }
    }

    private void putAside(Path file) throws IOException {
        Path moved = Files.createDirectories(aside).resolve(name(file));
        try {
            Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            return; // another instance was faster
        }
        decide(moved);
    }

    /** Of what lies aside: back, if anybody needs it or came for it meanwhile; else it goes. */
    private void decide(Path moved) throws IOException {
        if (!DIGEST.matcher(name(moved)).matches()) {
            return;
        }
        try {
            if (!isOld(moved) || !names.among(Set.of(name(moved))).isEmpty()) {
                Path home = Files.createDirectories(folder.resolve(name(moved).substring(0, 2)))
                        .resolve(name(moved));
                // The same bytes, should they lie there again.
                Files.move(moved, home, StandardCopyOption.ATOMIC_MOVE);
            } else {
                unnamed += remove(moved);
            }
        } catch (NoSuchFileException _) {
            // another instance was faster
        }
    }

    private int remove(Path file) throws IOException {
        try {
            long size = Files.size(file);
            if (Files.deleteIfExists(file)) {
                bytes += size;
                return 1;
            }
        } catch (NoSuchFileException _) {
            // another instance was faster
        }
        return 0;
    }

    private boolean isOld(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(olderThan);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static List<Path> files(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
