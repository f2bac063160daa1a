package org.partnershipfund.foundation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Inspection;
import org.partnershipfund.testkit.Documents;

class FileStoreTest {

    @TempDir
    Path folder;

    @Test
    void what_is_kept_lies_under_its_digest_and_the_same_bytes_lie_there_once() throws IOException {
        var store = new FileStore(folder);
        String digest = "";
        for (String name : List.of("first.pdf", "second.pdf")) {
            try (var upload = store.receive(content(), name, Optional.of(FileType.PDF))) {
                digest = upload.received().sha256();
                assertThat(upload.received().inspection()).isEqualTo(new Inspection.Admitted(FileType.PDF));
                upload.keep();
            }
        }

        assertThat(files())
                .containsExactly(folder.resolve(digest.substring(0, 2)).resolve(digest));
        try (InputStream saved = store.open(digest)) {
            assertThat(saved.readAllBytes()).isEqualTo(Documents.pdf());
        }
    }

    @Test
    void what_is_not_kept_leaves_nothing() throws IOException {
        try (var upload = new FileStore(folder).receive(content(), "report.pdf", Optional.empty())) {
            assertThat(upload.received().bytes()).isEqualTo(Documents.pdf().length);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        InputStream broken = new FilterInputStream(content()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("the line is cut");
            }
        };

        assertThatThrownBy(() -> new FileStore(folder).receive(broken, "report.pdf", Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isEmpty();
    }

    private static InputStream content() {
        return new ByteArrayInputStream(Documents.pdf());
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
