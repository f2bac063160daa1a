package org.partnershipfund.foundation.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSweepTest {

    @TempDir
    Path folder;

    private final Set<String> rows = new HashSet<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Consumer<Collection<String>> whenAsked = _ -> {};

    private FileSweep sweep() {
        return new FileSweep(
                new FileStore(folder),
                new FileSweep.Names() {
                    @Override
                    public Set<String> among(Collection<String> digests) {
                        var named = digests.stream().filter(rows::contains).collect(Collectors.toSet());
                        whenAsked.accept(digests);
                        return named;
                    }

                    @Override
                    public boolean isAny() {
                        return !rows.isEmpty();
                    }
                },
                Duration.ofDays(1),
                Clock.systemUTC(),
                registry);
    }

    private String kept(String content) {
        var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        try (var upload = new FileStore(folder).receive(bytes, "file.pdf", Optional.empty())) {
            upload.keep();
            return upload.received().sha256();
        }
    }

    private Path at(String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }

    private static void isDaysOld(Path file, int days) throws IOException {
        var _ = Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    @Test
    void what_no_row_names_goes_after_a_day_and_everything_else_stays() throws IOException {
        String named = kept("named");
        String young = kept("young");
        String old = kept("old");
        rows.add(named);
        isDaysOld(at(named), 400);
        isDaysOld(at(old), 2);
        Path stranger = Files.writeString(folder.resolve("README"), "not ours");
        isDaysOld(stranger, 400);

        assertThat(sweep().sweep()).isEqualTo(new FileSweep.Swept(1, 0, 3));

        assertThat(at(named)).exists();
        assertThat(at(young)).exists();
        assertThat(stranger).exists();
        assertThat(at(old)).doesNotExist();
        assertThat(sweep().sweep()).isEqualTo(new FileSweep.Swept(0, 0, 0));
        assertThat(registry.counter("fund.files.swept", "kind", "unnamed").count())
                .isEqualTo(1);
    }

    @Test
    void an_upload_that_a_crash_cut_off_goes_and_one_on_its_way_stays() throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        Path cut = Files.writeString(incoming.resolve("upload1.part"), "half");
        Path onItsWay = Files.writeString(incoming.resolve("upload2.part"), "half");
        isDaysOld(cut, 2);

        assertThat(sweep().sweep()).isEqualTo(new FileSweep.Swept(0, 1, 4));

        assertThat(cut).doesNotExist();
        assertThat(onItsWay).exists();
    }

    @Test
    void the_same_bytes_brought_anew_are_young_again_before_their_row_is_there() throws IOException {
        String digest = kept("twice");
        rows.add(kept("another"));
        isDaysOld(at(digest), 30);
        // Uploaded again; the transaction that will name it is still open.
        assertThat(kept("twice")).isEqualTo(digest);

        assertThat(sweep().sweep().unnamed()).isZero();
        assertThat(at(digest)).exists();
    }

    @Test
    void a_row_that_is_committed_while_the_sweep_looks_keeps_its_bytes() throws IOException {
        String digest = kept("wanted");
        rows.add(kept("another"));
        isDaysOld(at(digest), 2);
        whenAsked = asked -> {
            if (asked.contains(digest)) {
                rows.add(digest);
            }
        };

        assertThat(sweep().sweep().unnamed()).isZero();
        assertThat(at(digest)).hasContent("wanted");
    }

    @Test
    void bytes_that_are_brought_anew_while_the_sweep_looks_are_there_afterwards() throws IOException {
        String digest = kept("wanted");
        rows.add(kept("another"));
        isDaysOld(at(digest), 2);
        var times = new int[1];
        whenAsked = asked -> {
            // Once before it is put aside, once while it lies there.
            if (asked.contains(digest) && times[0]++ < 2) {
                var _ = kept("wanted");
            }
        };

        var _ = sweep().sweep();

        assertThat(at(digest)).hasContent("wanted");
    }

    @Test
    void what_a_crash_left_aside_goes_back_if_a_row_names_it() throws IOException {
        String digest = kept("wanted");
        rows.add(digest);
        Path aside = Files.createDirectories(folder.resolve("swept")).resolve(digest);
        Path _ = Files.move(at(digest), aside);
        isDaysOld(aside, 2);

        assertThat(sweep().sweep().unnamed()).isZero();
        assertThat(at(digest)).hasContent("wanted");
        assertThat(aside).doesNotExist();
    }

    @Test
    void with_an_empty_table_nothing_is_swept_because_it_may_be_the_wrong_database() throws IOException {
        String digest = kept("wanted");
        isDaysOld(at(digest), 400);

        assertThat(sweep().sweep()).isEqualTo(new FileSweep.Swept(0, 0, 0));
        assertThat(at(digest)).exists();
    }

    @Test
    void a_folder_that_is_not_there_yet_is_clean() {
        rows.add("ab".repeat(32));

        assertThat(new FileSweep(
                                new FileStore(folder.resolve("none")),
                                FileSweepTest.nothing(),
                                Duration.ofDays(1),
                                Clock.systemUTC(),
                                registry)
                        .sweep())
                .isEqualTo(new FileSweep.Swept(0, 0, 0));
    }

    private static FileSweep.Names nothing() {
        return new FileSweep.Names() {
            @Override
            public Set<String> among(Collection<String> digests) {
                return Set.of();
            }

            @Override
            public boolean isAny() {
                return true;
            }
        };
    }
}
