package org.partnershipfund.approval.adapter.mail;

import io.quarkus.mailer.Mail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One of our messages as an e-mail: plain text, the same as simple HTML, and the calendar file. */
final class Envelope {

    private static final String CLOSING =
            "The Partnership Fund writes this by itself. Say with PUT /me/contact if you want no mail.";

    private final String link;
    private final String domain;

    /**
     * Envelopes.
     *
     * @param link the address in front of every path
     * @param domain what stands behind the @ of a Message-ID
     */
    Envelope(String link, String domain) {
        this.link = link;
        this.domain = domain;
    }

    /** The e-mail; its Message-ID is the same at every attempt, so that a receiver can tell a repeated one. */
    Mail of(org.partnershipfund.approval.mail.Mail mail, String address) {
        List<String> paragraphs = new ArrayList<>(mail.paragraphs());
        mail.path().ifPresent(path -> paragraphs.add(link + path));
        paragraphs.add(CLOSING);
        Mail envelope = new Mail()
                .addTo(address)
                .setSubject(mail.subject())
                .setText(String.join("\r\n\r\n", paragraphs) + "\r\n")
                .setHtml(html(mail.subject(), paragraphs))
                .addHeader("Message-ID", "<%s@%s>".formatted(mail.id().value(), domain))
                .addHeader("Auto-Submitted", "auto-generated");
        mail.calendar()
                .ifPresent(file -> envelope.addAttachment(
                        "partnership-fund.ics",
                        file.getBytes(StandardCharsets.UTF_8),
                        "text/calendar; charset=UTF-8; method=PUBLISH"));
        return envelope;
    }

    private static String html(String title, List<String> paragraphs) {
        return "<!DOCTYPE html><html lang=\"en\"><head><title>%s</title></head><body>%s</body></html>"
                .formatted(
                        escaped(title),
                        paragraphs.stream().map(Envelope::paragraph).collect(Collectors.joining()));
    }

    private static String paragraph(String text) {
        String written = escaped(text);
        return text.startsWith("http://") || text.startsWith("https://")
                ? "<p><a href=\"%1$s\">%1$s</a></p>".formatted(written)
                : "<p>" + written + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
