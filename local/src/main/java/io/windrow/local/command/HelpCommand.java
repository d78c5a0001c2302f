package io.windrow.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code windrow help}: what {@code --help} shows, asked for by a word. */
@Command(
    name = "help",
    description = "Shows what there is: all commands, or the options of one.",
    footerHeading = "%nExamples:%n",
    footer = {"  windrow help", "  windrow help run", "  windrow help generate ad-clicks"})
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command; without one, all are shown.")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    CommandLine shown = spec.parent().commandLine();
    for (String name : names) {
      CommandLine next = shown.getSubcommands().get(name);
      if (next == null) {
        throw new NoSuchCommandException(shown, name);
      }
      shown = next;
    }
    shown.usage(spec.commandLine().getOut());
    return 0;
  }

  /** Its nearest names are suggested as those of a command that is called are. */
  private static final class NoSuchCommandException extends UnmatchedArgumentException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    NoSuchCommandException(CommandLine group, String name) {
      super(group, List.of(name));
      this.sentence = group.getCommandSpec().qualifiedName() + " has no command '" + name + "'.";
    }

    @Override
    public String getMessage() {
      return sentence;
    }
  }
}
