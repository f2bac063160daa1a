package org.partnershipfund.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.command.MailsCommand;
import org.partnershipfund.local.mail.CaughtMails.CaughtMail;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.StartFailedException;
import picocli.CommandLine;

/** What services send is caught, kept as files, and shown by {@code fund mails}. */
class MailCatcherTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_sent_is_shown_with_its_text_and_its_files() throws IOException, MessagingException {
        Place place = place(freePort(), Map.of());
        try (var catcher = new MailCatcher(place)) {
            catcher.start();
            send(place, "lead@schools.example", "You have a place", "School 00350231 has a place.", true);
            send(place, "parent@schools.example", "Council meeting", "It meets on Monday.", false);
            send(place, "lead@schools.example", "It is moved", "Another time.", false);
        }

        List<CaughtMail> mails = CaughtMails.of(place).all();
        assertThat(mails.stream().map(CaughtMail::subject))
                .containsExactly("You have a place", "Council meeting", "It is moved");
        assertThat(mails.getFirst().text()).isEqualTo("School 00350231 has a place.");
        assertThat(mails.getFirst().attachments()).containsExactly("partnership-fund.ics");
        assertThat(shown(place))
                .contains("lead@schools.example", "You have a place  [partnership-fund.ics]", "Council meeting")
                .doesNotContain("It meets on Monday.");
        assertThat(shown(place, "--text", "--to", "parent"))
                .contains("    It meets on Monday.")
                .doesNotContain("You have a place");
        assertThat(shown(place, "-n", "1")).contains("It is moved").doesNotContain("Council meeting");
    }

    @Test
    void nothing_caught_is_said() throws IOException {
        Place place = place(freePort(), Map.of());

        assertThat(shown(place)).isEqualTo("No mail was caught.\n");
        assertThat(shown(place, "--to", "nobody")).isEqualTo("No mail was caught for nobody.\n");
        assertThat(shown(place(1, Map.of("FUND_EXTERNAL_SMTP", "smtp.district.example:587"))))
                .startsWith("Mail goes to the server that FUND_EXTERNAL_SMTP names; nothing is caught now.\n");
    }

    @Test
    void a_port_that_is_taken_ends_the_start_and_names_its_variable() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var catcher = new MailCatcher(place(taken.getLocalPort(), Map.of()))) {
            assertThatThrownBy(catcher::start)
                    .isInstanceOf(StartFailedException.class)
                    .hasMessage("the mail catcher cannot listen on port %d; set FUND_PORT_MAIL to a free one"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void services_are_told_where_mail_goes() {
        assertThat(place(18025, Map.of()).mailServer().port()).isEqualTo(18025);
        assertThat(place(18025, Map.of("FUND_EXTERNAL_SMTP", "smtp.district.example:587"))
                        .mailServer()
                        .host())
                .isEqualTo("smtp.district.example");
    }

    private Place place(int port, Map<String, String> more) {
        var variables = new HashMap<>(more);
        variables.put("FUND_DIR", folder.toString());
        variables.put(Door.MAIL.variable(), String.valueOf(port));
        return Place.of(folder, variables);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String shown(Place place, String... options) {
        var screen = new StringWriter();
        var command = new CommandLine(new MailsCommand(place)).setOut(new PrintWriter(screen));
        assertThat(command.execute(options)).isZero();
        return screen.toString();
    }

    private static void send(Place place, String to, String subject, String text, boolean file)
            throws MessagingException {
        var server = new Properties();
        server.put("mail.smtp.host", Place.LOOPBACK);
        server.put("mail.smtp.port", String.valueOf(place.port(Door.MAIL)));
        var message = new MimeMessage(Session.getInstance(server));
        message.setFrom(new InternetAddress("partnership-fund@partnership-fund.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        var body = new MimeBodyPart();
        body.setText(text);
        var parts = new MimeMultipart(body);
        if (file) {
            var calendar = new MimeBodyPart();
            calendar.setText("BEGIN:VCALENDAR");
            calendar.setFileName("partnership-fund.ics");
            parts.addBodyPart(calendar);
        }
        message.setContent(parts);
        Transport.send(message);
    }
}
