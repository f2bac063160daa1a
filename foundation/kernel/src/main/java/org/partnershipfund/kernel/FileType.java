package org.partnershipfund.kernel;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file that somebody sends may be: what everybody can open safely.
 *
 * <p>Source: docs/policy/partner-vetting.md §6.2.
 */
public enum FileType {
    PDF("pdf", "application/pdf", "pdf"),
    PNG("png", "image/png", "png"),
    JPEG("jpeg", "image/jpeg", "jpe?g"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String word;
    private final String mediaType;
    private final String ending;

    FileType(String word, String mediaType, String ending) {
        this.word = word;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a file of that name says that it is of this type. */
    public boolean isNamedBy(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return fileName.substring(dot + 1).toLowerCase(Locale.ROOT).matches(ending);
    }

    /** The type of that media type. */
    public static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /**
     * The type behind a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FileType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type of file: " + word));
    }

    /** All of them, for sentences. */
    public static String all() {
        return Arrays.stream(values()).map(FileType::name).collect(joining(", "));
    }
}
