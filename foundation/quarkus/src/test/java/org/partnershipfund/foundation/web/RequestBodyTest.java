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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/** An upload lies in a file while it is used, and not longer. */
class RequestBodyTest {

    private static final Patience PATIENT = new Patience(Duration.ofMinutes(1), 1);
    private static final Patience IMPATIENT = new Patience(Duration.ZERO, 1_000_000);

    @TempDir
    Path folder;

    @Test
    void an_upload_can_be_read_until_its_request_ends_and_leaves_nothing_behind() throws IOException {
        var body = new RequestBody(folder);

        try (InputStream spooled = body.spooling(bytes("school_code\n"), 100, PATIENT)) {
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

        try (InputStream spooled = body.spooling(looking, 100, PATIENT)) {
            assertThat(namesMeanwhile).hasValue(0);
            assertThat(folder).isEmptyDirectory();
            assertThat(spooled.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("school_code\n");
        }
    }

    @Test
    void an_upload_that_breaks_off_is_its_sender_s_doing_and_leaves_nothing_behind() {
        var connectionThatBreaks = new PipedInputStream(); // nobody is at its other end
        var breaking = new SequenceInputStream(bytes("school_code\n"), connectionThatBreaks);

        var body = new RequestBody(folder);

        assertThatThrownBy(() -> body.spooling(breaking, 100, PATIENT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(StandardProblem.TOO_SLOW))
                .hasMessageContaining("After 12 bytes");

        assertThat(body.isRefused()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_upload_that_is_too_long_leaves_nothing_behind() {
        assertThatThrownBy(() -> new RequestBody(folder).spooling(bytes("x".repeat(101)), 100, PATIENT))
                .isInstanceOf(ProblemException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_upload_that_comes_one_byte_at_a_time_is_refused_and_leaves_nothing_behind() {
        var dripping = new FilterInputStream(bytes("school_code\n")) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                long until = System.nanoTime() + 1_000_000;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                return super.read(buffer, offset, 1);
            }
        };
        var body = new RequestBody(folder);

        assertThatThrownBy(() -> body.spooling(dripping, 100, IMPATIENT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(StandardProblem.TOO_SLOW));

        assertThat(body.isRefused()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
