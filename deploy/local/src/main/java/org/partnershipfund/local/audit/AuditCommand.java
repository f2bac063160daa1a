package org.partnershipfund.local.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.audit.ChainReading.Finding;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.postgres.Logins;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fund audit}: a group of commands. */
@Command(
        name = "audit",
        description = "Shows whether anybody rewrote what happened, and heals what a restoration forgot.",
        subcommands = ReconcileCommand.class)
public final class AuditCommand implements Runnable {

    private final Place place;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public AuditCommand(Place place) {
        this.place = Started.of(place);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which: verify or reconcile.");
    }

    @Command(
            name = "verify",
            description =
                    "Recomputes the hash chain of every service from its database, compares it with the checkpoints in the topics, and names the first row that was changed, removed, inserted or reordered.",
            footer = {"", "Ends with 0 if all chains are intact, 1 if one is not, 2 if one could not be read."})
    int verify() {
        var screen = spec.commandLine().getOut();
        var complaints = spec.commandLine().getErr();
        Map<Speaker, List<Noted>> published;
        var broken = false;
        var unread = false;
        try {
            published = PublishedCheckpoints.readAll(place.bootstrapServers());
        } catch (KafkaException e) {
            complaints.println("fund: the topics cannot be read, so no checkpoint is compared: " + e.getMessage());
            published = Map.of();
            unread = true;
        }
        var logins = new Logins(place, new Secrets(place.secrets()));
        for (var speaker : Speaker.values()) {
            var service = Service.named(speaker.word()).orElseThrow();
            try (var database = logins.administrator(service.word())) {
                Finding found =
                        ChainReading.of(database, published.getOrDefault(speaker, List.of()), Clock.systemUTC());
                screen.printf("%-20s %s%n", service.module(), found.sentence());
                broken |= !found.isIntact();
            } catch (SQLException e) {
                complaints.println(
                        "fund: the database of %s cannot be read: %s".formatted(service.module(), e.getMessage()));
                unread = true;
            }
        }
        screen.flush();
        if (broken) {
            return 1;
        }
        return unread ? 2 : 0;
    }
}
