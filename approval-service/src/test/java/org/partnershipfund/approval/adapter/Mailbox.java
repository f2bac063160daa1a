package org.partnershipfund.approval.adapter;

import jakarta.inject.Singleton;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the tests' mail server holds for an address. */
@Singleton
public class Mailbox {

    private final int port;

    Mailbox(@ConfigProperty(name = "testkit.imap.port") int port) {
        this.port = port;
    }

    /**
     * A message that arrived.
     *
     * @param text all parts that are text, the calendar file too
     */
    public record Arrived(String id, String subject, String text) {}

    /** Everything that arrived for the address, oldest first. */
    public List<Arrived> of(String address) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, address, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Arrived> arrived = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                var text = new StringBuilder();
                collect(message, text);
                arrived.add(new Arrived(message.getHeader("Message-ID")[0], message.getSubject(), text.toString()));
            }
            return arrived;
        } catch (MessagingException | IOException e) {
            throw new AssertionError("the tests' mail server does not answer", e);
        }
    }

    private static void collect(Part part, StringBuilder text) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int place = 0; place < parts.getCount(); place++) {
                BodyPart inner = parts.getBodyPart(place);
                collect(inner, text);
            }
        } else {
            text.append(part.getContentType())
                    .append('\n')
                    .append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .append('\n');
        }
    }
}
