package org.partnershipfund.local.command;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.partnershipfund.local.mail.CaughtMails;
import org.partnershipfund.local.mail.CaughtMails.CaughtMail;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Started;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fund mails}. */
@Command(name = "mails", description = "Shows the e-mails that the suite sent; its mail catcher sends nothing on.")
public final class MailsCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Place place;

    @Spec
    private CommandSpec spec;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "Only those to an address with this in it.")
    private String to = "";

    @Option(
            names = {"-n", "--last"},
            description = "How many of the last ones, ${DEFAULT-VALUE} without it.")
    private int last = 20;

    @Option(
            names = {"-t", "--text"},
            description = "Prints their texts too.")
    private boolean text;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    public MailsCommand(Place place) {
        this.place = Started.of(place);
    }

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        List<CaughtMail> mails = CaughtMails.of(place).all().stream()
                .filter(mail -> mail.to().contains(to))
                .toList();
        if (place.settings().externalSmtp().isPresent()) {
            out.println("Mail goes to the server that FUND_EXTERNAL_SMTP names; nothing is caught now.");
        }
        if (mails.isEmpty()) {
            out.println("No mail was caught" + (to.isEmpty() ? "." : " for " + to + "."));
        }
        mails.stream().skip(Math.max(0, mails.size() - Math.max(0, last))).forEach(mail -> {
            out.printf(
                    "%s  %-40s  %s%s%n",
                    TIME.format(mail.at()),
                    mail.to(),
                    mail.subject(),
                    mail.attachments().isEmpty() ? "" : "  [" + String.join(", ", mail.attachments()) + "]");
            if (text) {
                mail.text().lines().forEach(line -> out.println("    " + line));
                out.println("    " + mail.file());
            }
        });
        out.flush();
        return 0;
    }
}
