package org.partnershipfund.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fund events}: a group of commands. */
@Command(
        name = "events",
        description = "Watches and repairs the event streams.",
        subcommands = {EventsTailCommand.class, DeadLettersCommand.class, RepublishCommand.class})
public final class EventsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which: tail, dead or republish.");
    }
}
