package org.partnershipfund.local.bid;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fund bid}: a group of commands. */
@Command(
        name = "bid",
        description = "Seals bids on the bidder's machine, and unwraps shares on the officers'.",
        subcommands = {KeysCommand.class, SealCommand.class, OpenCommand.class},
        footer = {"", "Nothing is sent: it reads and writes files. See docs/policy/tenders.md and docs/running.md."})
public final class BidCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which: keys, seal or open.");
    }
}
