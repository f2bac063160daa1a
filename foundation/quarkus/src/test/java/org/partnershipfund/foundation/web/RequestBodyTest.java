package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.foundation.problem.ProblemException;

/** An upload lies in a file while it is used, and not longer. */
class RequestBodyTest {

    @TempDir
    Path folder;

    @Test
    void an_upload_can_be_read_until_its_request_ends_and_leaves_nothing_behind() throws IOException {
        var body = new RequestBody(folder);

        try (InputStream spooled = body.spooling(bytes("school_code\n"), 100)) {
            assertThat(spooled.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("school_code\n");
        }
        body.forget();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void while_an_upload_comes_in_and_is_used_its_file_has_no_name_that_could_outlive_the_process() throws IOException {
        var body = new RequestBody(folder);
        var namesMeanwhile = new AtomicInteger(-1);
        var looking = new FilterInputStream(bytes("school_code\n")) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try (var names = Files.list(folder)) {
                    namesMeanwhile.set(Math.toIntExact(names.count()));
                }
                return super.read(buffer, offset, length);
            }
        };

        try (InputStream spooled = body.spooling(looking, 100)) {
            assertThat(namesMeanwhile).hasValue(0);
            assertThat(folder).isEmptyDirectory();
            assertThat(spooled.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("school_code\n");
        }
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() {
        var connectionThatBreaks = new PipedInputStream(); // nobody is at its other end
        var breaking = new SequenceInputStream(bytes("school_code\n"), connectionThatBreaks);

        assertThatThrownBy(() -> new RequestBody(folder).spooling(breaking, 100))
                .isInstanceOf(IOException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_upload_that_is_too_long_leaves_nothing_behind() {
        assertThatThrownBy(() -> new RequestBody(folder).spooling(bytes("x".repeat(101)), 100))
                .isInstanceOf(ProblemException.class);

        assertThat(folder).isEmptyDirectory();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
