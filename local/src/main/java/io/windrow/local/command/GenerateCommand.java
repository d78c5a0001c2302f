package io.windrow.local.command;

import picocli.CommandLine.Command;

/** {@code windrow generate}: data of a sample, of any size. */
@Command(
    name = "generate",
    description = "Writes the data of a sample, in any size, to the standard output.",
    synopsisSubcommandLabel = "SAMPLE",
    subcommands = {GenerateAdClicks.class, GenerateShopSessions.class})
final class GenerateCommand extends CommandGroup {}
