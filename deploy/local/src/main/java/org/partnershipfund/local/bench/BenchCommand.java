package org.partnershipfund.local.bench;

import picocli.CommandLine.Command;

/** {@code fund bench}. */
@Command(
        name = "bench",
        description = "Measures a suite of its own, in a folder of its own, and removes it again.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            BackboneCommand.class,
            AllocationCommand.class,
            PortfolioCommand.class,
            ApprovalCommand.class,
            ProcurementCommand.class
        })
public final class BenchCommand {}
