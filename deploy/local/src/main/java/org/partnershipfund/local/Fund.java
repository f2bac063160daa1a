package org.partnershipfund.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.partnershipfund.local.audit.AuditCommand;
import org.partnershipfund.local.bench.BenchCommand;
import org.partnershipfund.local.bid.BidCommand;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.command.DoctorCommand;
import org.partnershipfund.local.command.DownCommand;
import org.partnershipfund.local.command.EnvCommand;
import org.partnershipfund.local.command.EventsCommand;
import org.partnershipfund.local.command.HoldCommand;
import org.partnershipfund.local.command.LogsCommand;
import org.partnershipfund.local.command.MailsCommand;
import org.partnershipfund.local.command.ReleaseCommand;
import org.partnershipfund.local.command.ResetCommand;
import org.partnershipfund.local.command.StatusCommand;
import org.partnershipfund.local.command.TokenCommand;
import org.partnershipfund.local.command.UpCommand;
import org.partnershipfund.local.demo.DemoCommand;
import org.partnershipfund.local.faults.FaultsCommand;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.token.UnknownPersonException;
import org.partnershipfund.local.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code ./fund} hands over to. */
@Command(
        name = "fund",
        description = "The Partnership Fund suite on this machine, without Docker.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DoctorCommand.class,
            UpCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            MailsCommand.class,
            DownCommand.class,
            ResetCommand.class,
            HoldCommand.class,
            ReleaseCommand.class,
            EventsCommand.class,
            DemoCommand.class,
            EnvCommand.class,
            BenchCommand.class,
            FaultsCommand.class,
            TokenCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            BidCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "By the script itself: test (everything that CI runs), build.",
            "Settings are environment variables: see docs/running.md."
        })
public final class Fund {

    private Fund() {}

    /** Reads the checkout from the system property {@code fund.root}, which the script sets. */
    public static void main(String[] arguments) {
        try {
            var place = Place.of(Path.of(System.getProperty("fund.root", ".")), System.getenv());
            System.exit(commandLine(place).execute(arguments.length == 0 ? new String[] {"help"} : arguments));
        } catch (SettingException e) {
            System.err.println("fund: " + e.getMessage());
            System.exit(2);
        }
    }

    public static CommandLine commandLine(Place place) {
        var commands = new CommandLine(new Fund(), new PlacedFactory(place));
        offerHelp(commands);
        commands.setExecutionExceptionHandler((thrown, _, _) -> {
            if (thrown instanceof StartFailedException
                    || thrown instanceof SettingException
                    || thrown instanceof UnknownPersonException
                    || thrown instanceof UnexpectedAnswerException
                    || thrown instanceof IOException
                    || thrown instanceof UncheckedIOException) {
                System.err.println("fund: " + Sentence.of(thrown));
                return 1;
            }
            throw thrown;
        });
        return commands;
    }

    /** Every command prints its usage for {@code --help} and does nothing else then. */
    private static void offerHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            var _ = command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Prints this and does nothing.")
                            .build());
        }
        command.getSubcommands().values().forEach(Fund::offerHelp);
    }

    /** Gives each command the place it works on. */
    private record PlacedFactory(Place place) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                var constructor = type.getDeclaredConstructor(Place.class);
                return constructor.newInstance(place);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
