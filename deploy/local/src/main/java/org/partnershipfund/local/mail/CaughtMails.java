package org.partnershipfund.local.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.local.place.Place;

/** What the mail catcher took, one file of RFC 5322 each, in the order in which it came. */
public final class CaughtMails {

    private static final String ENDING = ".eml";

    private final Path folder;

    CaughtMails(Path folder) {
        this.folder = folder;
    }

    /** Those of a suite. */
    public static CaughtMails of(Place place) {
        return new CaughtMails(place.data().resolve("mails"));
    }

    /**
     * A message as a reader sees it.
     *
     * @param file where it lies
     * @param text its plain text
     * @param attachments names of the files with it
     */
    public record CaughtMail(Path file, Instant at, String to, String subject, String text, List<String> attachments) {}

    /** Keeps a message; a reader sees all of it or nothing. */
    void keep(byte[] message) {
        try {
            Files.createDirectories(folder);
            var name = "%017d-%s".formatted(Instant.now().toEpochMilli(), UUID.randomUUID());
            var draft = folder.resolve(name + ".tmp");
            Files.write(draft, message);
            Files.move(draft, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a message in " + folder, e);
        }
    }

    /** All of them, the oldest first. */
    public List<CaughtMail> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        var mails = new ArrayList<CaughtMail>();
        for (var file : files) {
            mails.add(read(file));
        }
        return mails;
    }

    private static CaughtMail read(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            var text = new StringBuilder();
            var attachments = new ArrayList<String>();
            collect(message, text, attachments);
            return new CaughtMail(
                    file,
                    Files.getLastModifiedTime(file).toInstant(),
                    Arrays.stream(message.getAllRecipients())
                            .map(Address::toString)
                            .collect(Collectors.joining(", ")),
                    message.getSubject(),
                    text.toString().replace("\r\n", "\n").strip(),
                    attachments);
        } catch (MessagingException e) {
            throw new IOException(file + " is no message that can be read", e);
        }
    }

    private static void collect(Part part, StringBuilder text, List<String> attachments)
            throws MessagingException, IOException {
        var name = part.getFileName();
        if (name != null) {
            attachments.add(name);
        } else if (part.getContent() instanceof Multipart parts) {
            for (int place = 0; place < parts.getCount(); place++) {
                BodyPart inner = parts.getBodyPart(place);
                collect(inner, text, attachments);
            }
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }
}
