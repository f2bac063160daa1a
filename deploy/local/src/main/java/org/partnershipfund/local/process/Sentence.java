package org.partnershipfund.local.process;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What a user reads of an exception: one line, and no class name where there is anything better. */
public final class Sentence {

    private Sentence() {}

    /** Such as {@code cannot write /…/suite.properties: No space left on device}. */
    public static String of(Throwable thrown) {
        var sentence = switch (thrown) {
            case UncheckedIOException unchecked -> ofUnchecked(unchecked);
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileSystemException file
            when file.getReason() != null ->
                file.getFile() == null ? file.getReason() : file.getFile() + ": " + file.getReason();
            case Throwable other -> own(other);
        };
        return sentence.replaceAll("\\s*\\R\\s*", " ").strip();
    }

    private static String ofUnchecked(UncheckedIOException thrown) {
        var cause = thrown.getCause();
        var message = thrown.getMessage();
        // Without a message of its own it repeats its cause, class name and all.
        if (cause == null || message == null || message.equals(cause.toString())) {
            return cause == null ? own(thrown) : of(cause);
        }
        var reason = reason(cause);
        return reason == null || message.contains(reason) ? message : message + ": " + reason;
    }

    private static @Nullable String reason(Throwable cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException file when file.getReason() != null -> file.getReason();
            case Throwable other -> other.getMessage();
        };
    }

    private static String own(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
