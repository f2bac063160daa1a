package org.partnershipfund.foundation.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Inspection;

/**
 * Says what a file is by its content: beginning and end of PDF, PNG and JPEG, the parts of a DOCX. Nothing is ever shown or
 * run; memory is bounded by a buffer and the directory of the ZIP.
 *
 * <p>Why by hand: docs/decisions/0014-evidence-by-content.md.
 */
public final class FileInspector {

    /** More parts than any document that people write. */
    static final int MOST_PARTS = 2_000;

    /** What a document may become when it is opened, whatever its size. */
    static final long MOST_INFLATED_BYTES = 200L << 20;

    /** How many times its size a document may become; text shrinks to a tenth, pictures not at all. */
    static final int MOST_TIMES = 100;

    /** Below this nobody is harmed, however well it shrank. */
    static final long HARMLESS_BYTES = 10L << 20;

    private static final int LONGEST_CONTENT_TYPES = 1 << 20;
    private static final int TAIL = 1024;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MAIN_PART =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final byte[] PNG_END = HexFormat.of().parseHex("0000000049454e44ae426082");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] JPEG_END = HexFormat.of().parseHex("ffd9");
    private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");

    private FileInspector() {}

    /**
     * Looks into a file.
     *
     * @throws IOException if it cannot be read
     */
    public static Inspection inspect(Path file) throws IOException {
        byte[] head;
        byte[] tail;
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            head = read(bytes, 0, TAIL);
            tail = read(bytes, Math.max(0, bytes.length() - TAIL), TAIL);
        }
        if (startsWith(head, PDF)) {
            return whole(FileType.PDF, contains(tail, PDF_END));
        }
        if (startsWith(head, PNG)) {
            return whole(FileType.PNG, endsWith(tail, PNG_END));
        }
        if (startsWith(head, JPEG)) {
            return whole(FileType.JPEG, contains(tail, JPEG_END));
        }
        if (startsWith(head, ZIP)) {
            return inspectZip(file);
        }
        return new Inspection.NotAdmitted(
                head.length == 0 ? "it is empty" : "its content begins like none of the types that are");
    }

    private static Inspection whole(FileType type, boolean ends) {
        return ends
                ? new Inspection.Admitted(type)
                : new Inspection.NotAdmitted("it begins as a %s and breaks off".formatted(type.name()));
    }

    private static Inspection inspectZip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<Inspection> no = faultOf(zip);
            return no.isPresent() ? no.get() : inflate(zip, file.toFile().length());
        } catch (ZipException | EOFException | IllegalArgumentException _) {
            // An end that is nowhere, or parts that are longer than the file: what Java says of it differs.
            return new Inspection.NotAdmitted("it begins as a DOCX and cannot be unpacked");
        }
    }

    private static Optional<Inspection> faultOf(ZipFile zip) throws IOException {
        if (zip.size() > MOST_PARTS) {
            return Optional.of(
                    new Inspection.Swells("it has %,d parts, and %,d are the most".formatted(zip.size(), MOST_PARTS)));
        }
        for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
            String name = parts.nextElement().getName().toLowerCase(Locale.ROOT);
            if (name.startsWith("/")
                    || name.contains("\\")
                    || Arrays.asList(name.split("/", -1)).contains("..")) {
                return notAdmitted("one of its parts is named to lie outside of it");
            }
            if (name.endsWith("vbaproject.bin")) {
                return notAdmitted("it carries a program (macros)");
            }
        }
        ZipEntry types = zip.getEntry(CONTENT_TYPES);
        if (types == null || zip.getEntry("word/document.xml") == null) {
            return notAdmitted("it is a ZIP and no DOCX");
        }
        try (InputStream in = zip.getInputStream(types)) {
            String declared = new String(in.readNBytes(LONGEST_CONTENT_TYPES), StandardCharsets.UTF_8);
            return declared.contains(MAIN_PART) ? Optional.empty() : notAdmitted("it is a ZIP and no DOCX");
        }
    }

    private static Optional<Inspection> notAdmitted(String why) {
        return Optional.of(new Inspection.NotAdmitted(why));
    }

    /** What a part claims to be large counts nothing: it is unpacked into a buffer and counted. */
    private static Inspection inflate(ZipFile zip, long packed) throws IOException {
        long most = Math.min(MOST_INFLATED_BYTES, Math.max(HARMLESS_BYTES, packed * MOST_TIMES));
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
            try (InputStream in = zip.getInputStream(parts.nextElement())) {
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    bytes += got;
                    if (bytes > most) {
                        return new Inspection.Swells(
                                "its %,d bytes become more than %,d when it is opened".formatted(packed, most));
                    }
                }
            }
        }
        return new Inspection.Admitted(FileType.DOCX);
    }

    private static byte[] read(RandomAccessFile file, long from, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, file.length() - from)];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static boolean endsWith(byte[] bytes, byte[] end) {
        return bytes.length >= end.length
                && Arrays.equals(bytes, bytes.length - end.length, bytes.length, end, 0, end.length);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int from = 0; from + part.length <= bytes.length; from++) {
            if (Arrays.equals(bytes, from, from + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
