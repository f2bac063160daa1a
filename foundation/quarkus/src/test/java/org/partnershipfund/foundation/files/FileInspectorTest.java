package org.partnershipfund.foundation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.testkit.Documents.docx;
import static org.partnershipfund.testkit.Documents.jpeg;
import static org.partnershipfund.testkit.Documents.parts;
import static org.partnershipfund.testkit.Documents.pdf;
import static org.partnershipfund.testkit.Documents.png;
import static org.partnershipfund.testkit.Documents.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Inspection.Admitted;
import org.partnershipfund.kernel.Inspection.NotAdmitted;
import org.partnershipfund.kernel.Inspection.Swells;

/** Policy §6.2: what a file is, its content says. */
class FileInspectorTest {

    @TempDir
    Path folder;

    static Stream<Arguments> whole_files() {
        return Stream.of(
                Arguments.of(FileType.PDF, pdf()),
                Arguments.of(FileType.PNG, png()),
                Arguments.of(FileType.JPEG, jpeg()),
                Arguments.of(FileType.DOCX, docx()),
                Arguments.of(FileType.DOCX, zip(parts("word/media/picture.png", png()))));
    }

    @ParameterizedTest
    @MethodSource("whole_files")
    void a_whole_file_of_an_admitted_type_is_known(FileType type, byte[] content) throws IOException {
        assertThat(FileInspector.inspect(file(content))).isEqualTo(new Admitted(type));
    }

    /** Its table of contents says that the first part has five bytes; they are not the whole of what was packed. */
    private static byte[] withHalfAPart() {
        byte[] content = docx();
        int entry = new String(content, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        Arrays.fill(content, entry + 20, entry + 24, (byte) 0);
        content[entry + 20] = 5;
        return content;
    }

    /** It says that it has more parts than a ZIP can tell, and the place that would tell them lies before its first byte. */
    private static byte[] longerThanItIs() {
        return HexFormat.of().parseHex("504b0304" + "504b050600000000ffffffffffffffffffffffff0000");
    }

    static Stream<Arguments> other_files() {
        byte[] broken = docx();
        Arrays.fill(broken, broken.length - 60, broken.length, (byte) 0);
        return Stream.of(
                Arguments.of("nothing", new byte[0], "it is empty"),
                Arguments.of("a page", text("<html><script>alert(1)</script></html>"), "begins like none"),
                Arguments.of("a program", text("MZ\u0090\u0000"), "begins like none"),
                Arguments.of("a PDF behind something else", text("x%PDF-1.7 %%EOF"), "begins like none"),
                Arguments.of("half a PDF", text("%PDF-1.7\n1 0 obj"), "breaks off"),
                Arguments.of("half a PNG", Arrays.copyOf(png(), 40), "breaks off"),
                Arguments.of("a PNG with a page behind it", and(png(), text("<html/>")), "breaks off"),
                Arguments.of("half a JPEG", Arrays.copyOf(jpeg(), 10), "breaks off"),
                Arguments.of("half a DOCX", broken, "cannot be unpacked"),
                Arguments.of("a DOCX with a part that breaks off", withHalfAPart(), "cannot be unpacked"),
                Arguments.of(
                        "the end of a DOCX that points before its beginning", longerThanItIs(), "cannot be unpacked"),
                Arguments.of("a ZIP", zip(Map.of("a.txt", text("a"))), "a ZIP and no DOCX"),
                Arguments.of(
                        "a ZIP that only says so",
                        zip(Map.of("[Content_Types].xml", text("main+xml"), "word/document.xml", text("a"))),
                        "a ZIP and no DOCX"),
                Arguments.of("a document with macros", zip(parts("word/vbaProject.bin", text("x"))), "macros"),
                Arguments.of("a part outside", zip(parts("../../etc/passwd", text("x"))), "outside of it"),
                Arguments.of("a part at the root", zip(parts("/etc/passwd", text("x"))), "outside of it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("other_files")
    void everything_else_is_not_admitted(String what, byte[] content, String why) throws IOException {
        assertThat(FileInspector.inspect(file(content)))
                .as(what)
                .isInstanceOfSatisfying(
                        NotAdmitted.class, no -> assertThat(no.why()).contains(why));
    }

    @Test
    void a_document_that_becomes_far_larger_when_it_is_opened_is_told_apart() throws IOException {
        byte[] harmless = zip(parts("word/text.xml", new byte[(int) FileInspector.HARMLESS_BYTES - 10_000]));
        byte[] bomb = zip(parts("word/text.xml", new byte[(int) FileInspector.HARMLESS_BYTES + 1]));

        assertThat(bomb).hasSizeLessThan(20_000);
        assertThat(FileInspector.inspect(file(harmless))).isEqualTo(new Admitted(FileType.DOCX));
        assertThat(FileInspector.inspect(file(bomb))).isInstanceOf(Swells.class);
    }

    @Test
    void a_document_of_very_many_parts_is_told_apart() throws IOException {
        var parts = parts();
        for (int i = parts.size(); i <= FileInspector.MOST_PARTS; i++) {
            var _ = parts.put("word/part" + i + ".xml", new byte[0]);
        }

        assertThat(FileInspector.inspect(file(zip(parts)))).isInstanceOf(Swells.class);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload"), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] and(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
