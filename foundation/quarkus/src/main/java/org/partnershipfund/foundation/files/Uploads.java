package org.partnershipfund.foundation.files;

import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FileType;

/** What the sender of a file says of it. */
public final class Uploads {

    /** As HTTP names a DOCX; for {@code @Consumes}. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Uploads() {}

    /** The file's name without folders and without what no name has. */
    public static String name(String said) {
        String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        return clean.isEmpty() ? "file" : clean;
    }

    /** The type that its Content-Type names; empty if it names none of ours, such as {@code application/octet-stream}. */
    public static Optional<FileType> declared(@Nullable String contentType) {
        return Optional.ofNullable(contentType)
                .map(MediaType::valueOf)
                .map(type -> type.getType() + "/" + type.getSubtype())
                .flatMap(FileType::ofMediaType);
    }
}
