package org.partnershipfund.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads is one line without the name of a class. */
class SentenceTest {

    static Stream<Arguments> thrown() {
        var full = new FileSystemException("/f", null, "No space left on device");
        return Stream.of(
                arguments(new UncheckedIOException(full), "/f: No space left on device"),
                arguments(
                        new UncheckedIOException("cannot write /f", full), "cannot write /f: No space left on device"),
                arguments(
                        new UncheckedIOException(
                                "approval-service does not answer: ./fund status", new ConnectException()),
                        "approval-service does not answer: ./fund status"),
                arguments(new NoSuchFileException("/f"), "/f does not exist"),
                arguments(new AccessDeniedException("/f"), "/f: permission denied"),
                arguments(new IOException("two\n  lines"), "two lines"),
                arguments(new UncheckedIOException(new ConnectException()), "ConnectException"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void it_is_one_line(Throwable thrown, String sentence) {
        assertThat(Sentence.of(thrown)).isEqualTo(sentence);
    }
}
